using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Oracle;

/// <summary>The queue of open cases of one service in one run, in small steps of time.</summary>
internal sealed class SlowBacklog
{
    public const double Step = 0.02;

    private readonly Queue<(double Came, double Amount)> _open = new();
    private double _served;

    public SlowBacklog(ServiceInput input, SlowService service, double until)
    {
        var rate = input.CasesPerWeek / 168;
        var rekey = 0.0;
        foreach (var (from, to) in service.Pieces().Where(piece => piece.From < service.Own)) rekey += rate * service.Rekey(from) * (Math.Min(to, service.Own) - from);
        var pieces = service.Pieces().Select(piece => (piece.To, Total: service.Total(piece.From))).ToArray();
        var index = 0;
        var open = 0.0;
        for (var time = Step / 2; time < until; time += Step)
        {
            while (pieces[index].To <= time) index++;
            if (time < service.Own && pieces[index].Total < 1) Enqueue(time, rate * (1 - pieces[index].Total) * Step);
            var capacity = time < service.Own ? 0 : rate * input.ExtraCapacity * Step;
            open = Serve(time, ref capacity, input.ExpiryAge ?? double.PositiveInfinity, open);
            GreatestOpen = Math.Max(GreatestOpen, open);
            UndoneCaseHours += open * Step;
            if (time < service.Own || open > 1e-9) continue;
            rekey -= capacity;
            if (rekey > 1e-9) continue;
            Cleared = time;
            return;
        }

        void Enqueue(double time, double amount)
        {
            _open.Enqueue((time, amount));
            open += amount;
        }
    }

    public double Cleared { get; } = double.PositiveInfinity;

    public double UndoneCaseHours { get; }

    public double Expired { get; private set; }

    public double GreatestOpen { get; }

    // Lets the oldest expire, then works on the oldest; returns what is still open.
    private double Serve(double time, ref double capacity, double expiryAge, double open)
    {
        while (_open.TryPeek(out var oldest))
        {
            var left = oldest.Amount - _served;
            var taken = time - oldest.Came > expiryAge ? left : Math.Min(left, capacity);
            if (time - oldest.Came > expiryAge) Expired += left;
            else capacity -= taken;
            open -= taken;
            _served += taken;
            if (_served < oldest.Amount - 1e-12) return open;
            _open.Dequeue();
            _served = 0;
        }

        return 0;
    }
}
