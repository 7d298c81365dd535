using System.Globalization;
using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>Chooses points at which the power is cut, and makes the disks it leaves.</summary>
public sealed class ImageMaker(Recording recording, int seed)
{
    private static readonly IReadOnlyList<Luck> Lucks = Enum.GetValues<Luck>();

    /// <summary>In the order of the recording; the same seed chooses the same.</summary>
    public IEnumerable<DiskImage> Make(NameRule rule, IReadOnlyList<int> numbers)
    {
        var afterAcknowledgement = recording.Steps.Index().Where(s => s.Item is Step.Acknowledge).Select(s => s.Index + 1).ToList();
        var cuts = numbers.Select(number => (Number: number, Dice: new Dice((ulong)seed, number)))
            .Select(c => (c.Number, c.Dice, At: Cut(c.Dice, afterAcknowledgement))).OrderBy(c => c.At).ToList();
        var disk = new SimulatedDisk(rule);
        var acknowledged = new List<Change>();
        var taken = 0;
        foreach (var (number, dice, at) in cuts)
        {
            for (; taken < at; taken++)
                if (recording.Steps[taken] is Step.Acknowledge done) acknowledged.Add(done.Change);
                else disk.Take(recording.Steps[taken]);
            var luck = dice.Pick(Lucks);
            var description = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, state {number}: cut after step {at} of {recording.Steps.Count}, {luck} of what was not flushed, names {rule}");
            yield return new DiskImage(number, description, disk.Cut(luck, dice), acknowledged.ToLookup(c => c.Area, StringComparer.Ordinal));
        }
    }

    // Half of the cuts anywhere, half just after something was acknowledged, where a loss would show.
    private int Cut(Dice dice, List<int> afterAcknowledgement) =>
        dice.Happens(0.5) ? dice.Number(recording.Steps.Count + 1) : Math.Min(recording.Steps.Count, dice.Pick(afterAcknowledgement) + dice.Number(3));
}
