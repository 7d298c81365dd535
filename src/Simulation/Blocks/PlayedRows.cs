namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>All rows of all blocks of a model that was played.</summary>
/// <param name="Layout">Where the rows are.</param>
/// <param name="OfBlock">The rows of each block.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed record PlayedRows(RowLayout Layout, double[][] OfBlock, RunBlock[] Blocks);
