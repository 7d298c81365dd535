namespace ResilienceMonitor.Forecasts;

/// <summary>Tells the share of the runs that are done.</summary>
internal sealed class ShareOfRuns(IProgress<double> progress, int runs) : IProgress<int>
{
    public void Report(int value) => progress.Report((double)value / runs);
}
