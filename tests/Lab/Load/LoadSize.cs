namespace ResilienceMonitor.Lab.Load;

/// <summary>How large the installation of the trial is.</summary>
/// <param name="Bodies">Bodies with people and a model of their own; as many more have been entered by an office and derive theirs.</param>
/// <param name="Services">Services of each body, at least those of the starter model.</param>
/// <param name="Resources">Resources of each body, at least those of the starter model.</param>
public sealed record LoadSize(int Bodies, int Services, int Resources);
