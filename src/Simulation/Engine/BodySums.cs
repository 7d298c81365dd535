namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Sums over the services of a body in one run.</summary>
internal record struct BodySums(double DaysLost, double UndoneCaseDays, double Loss, double Income)
{
    public void Add(BodySums other)
    {
        DaysLost += other.DaysLost;
        UndoneCaseDays += other.UndoneCaseDays;
        Loss += other.Loss;
        Income += other.Income;
    }
}
