using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration.Model;

/// <summary>
/// What happens to the typical body. Everything is at least switched off; if an intruder is found, everything has to be checked; if they
/// encrypted, it has to be restored. The three fall together, each inside the one before, and share the extent of the run.
/// </summary>
internal sealed class ReferenceOutage(KnownOutage outage, ReferenceCatalogue catalogue)
{
    private static readonly EntityRef Check = ReferenceKeys.Of("gate:check");
    private static readonly EntityRef Intruder = ReferenceKeys.Of("gate:intruder");
    private static readonly EntityRef Encryption = ReferenceKeys.Of("gate:encryption");
    private static readonly EntityRef Reconnection = ReferenceKeys.Of("gate:reconnection");

    public OutageInput Of(BodyInput body) => new()
    {
        Slip = Distribution.LogNormal(1, catalogue.Numbers.Number("extent")),
        Gates = [.. Gates()],
        Hits = [SwitchedOff([.. body.Resources.Select(r => ReferenceKeys.Of(r.Key)).Where(r => r != ReferenceKeys.Of(ReferenceKeys.Outside))])],
    };

    private IEnumerable<GateInput> Gates()
    {
        yield return Gate(Check, outage.Cause == OutageCause.Power ? "power-back" : "check-nothing-found");
        yield return Gate(Intruder, "forensics-intruder");
        yield return Gate(Encryption, "forensics-encrypted");
        yield return Gate(Reconnection, "reconnection", "reconnection-extent") with { AfterResources = [ReferenceKeys.Of(ReferenceKeys.Servers)] };
        var fate = outage.Kind == OutageBody.Provider ? Math.Sqrt(catalogue.Numbers.Number("provider-substitute")) : 1;
        yield return new GateInput
        {
            Key = ReferenceKeys.Of("gate:organised"),
            Duration = catalogue.Days("first-substitute", fate),
            SlipExponent = 0,
            DetectedBy = [ReferenceKeys.Body],
        };
    }

    private GateInput Gate(EntityRef key, string days, string extent = "gate-extent") =>
        new() { Key = key, Duration = catalogue.Days(days), SlipExponent = catalogue.Numbers.Number(extent) };

    private HitGroupInput SwitchedOff(IReadOnlyList<EntityRef> all) => new()
    {
        Key = ReferenceKeys.Of("switched-off"),
        Members = [.. all.Append(ReferenceKeys.Of(ReferenceKeys.Outside)).Select(r => new HitInput(r, HitKind.Isolated, 1, [Check]))],
        Groups = [Intrusion(all)],
    };

    private HitGroupInput Intrusion(IReadOnlyList<EntityRef> all)
    {
        var found = outage.Cause == OutageCause.Power ? 0 : 1 - catalogue.Numbers.Number("clear-chance");
        var encrypted = outage.Cause switch
        {
            OutageCause.Encrypted => 1,
            OutageCause.Unknown => catalogue.Numbers.Number("encrypted-if-unknown"),
            _ => 0,
        };
        var inside = encrypted + (1 - encrypted) * found;
        return new()
        {
            Key = ReferenceKeys.Of("intrusion"),
            Chance = inside,
            Members = [.. all.Select(r => new HitInput(r, HitKind.Stopped, 1, [Intruder])), new HitInput(ReferenceKeys.Of(ReferenceKeys.Outside), HitKind.Isolated, 1, [Reconnection])],
            Groups = [Encrypted(all, inside > 0 ? encrypted / inside : 0)],
        };
    }

    // How many applications are encrypted grows with the severity of the attack; of the others there is only to be checked.
    private HitGroupInput Encrypted(IReadOnlyList<EntityRef> all, double chance)
    {
        var sure = catalogue.Numbers.Number("damaged-share");
        return new()
        {
            Key = ReferenceKeys.Of("encryption"),
            Chance = chance,
            Members = [.. all.Select(r => r.Key.StartsWith(ReferenceKeys.Application(""), StringComparison.Ordinal)
                ? new HitInput(r, HitKind.Damaged, sure, [Encryption], 1 - sure)
                : new HitInput(r, HitKind.Damaged, 1, [Encryption]))],
        };
    }
}
