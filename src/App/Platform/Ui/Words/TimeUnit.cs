namespace ResilienceMonitor.Platform.Ui.Words;

/// <summary>The units in which people speak of an outage.</summary>
internal enum TimeUnit
{
    Hour,
    Day,
    Week,
    Month,
    Year,
}
