using System.Globalization;
using ResilienceMonitor.AccuracyBench;

// How many runs it takes until figures are exact, with the points of the engine and with plain Monte Carlo, and how often stated intervals are right. Called
// from the checkout: dotnet run -c Release --project bench/Accuracy [precision] [coverage]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0 || args.Contains("precision"))
{
    Precision.Report(Case.Town(), greatest: 65_536);
    Precision.Report(Case.Provider(customers: 12), greatest: 16_384);
}

if (args.Length == 0 || args.Contains("coverage"))
{
    Coverage.Report(Case.Town(), [256, 1_024]);
    Coverage.Report(Case.Provider(customers: 1), [1_024]);
}
