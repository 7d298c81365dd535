using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Who works for a body: its own people are group 0, helpers follow in the order of the input.</summary>
internal static class CrewGroups
{
    /// <summary>The group of each person, own people first.</summary>
    /// <param name="body">The body.</param>
    /// <param name="parts">Parts of all its work: more people of a group are never at work at once.</param>
    public static int[] Of(CompiledBody body, int parts) =>
        [.. Enumerable.Repeat(0, Math.Min(body.Present, parts)), .. body.Input.Team.Help.Index().SelectMany(h => Enumerable.Repeat(h.Index + 1, Math.Min(h.Item.People, parts)))];

    /// <summary>Draws when help arrives, for a block: a row for each group of helpers.</summary>
    public static void DrawArrivals(CompiledBody body, RunBlock runs, double[] rows)
    {
        for (var i = 0; i < body.HelpDelays.Length; i++)
        {
            var row = Rows.Of(rows, i);
            for (var lane = 0; lane < Block.Runs; lane++) row[lane] = body.HelpDelays[i].Draw(body.Input.Team.Help[i].Delay, runs[lane]);
        }
    }
}
