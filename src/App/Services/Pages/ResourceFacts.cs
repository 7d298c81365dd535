using ResilienceMonitor.Platform.Ui.Words;
using ResilienceMonitor.Services.Dependencies;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Pages;

/// <summary>What is known of a resource, in words. What others restore is their matter: its work and its backup are not shown.</summary>
internal static class ResourceFacts
{
    public static IReadOnlyList<Fact> Of(ModelView view, EntityRef reference, ResourceContent resource)
    {
        var facts = new List<Fact>
        {
            new(Label("kind"), ServiceWords.Of(resource.Kind), "kind"),
            new(Label("host"), HostOf(view, reference, resource), "host"),
            Required(view, reference),
        };
        if (resource.Units is { } units) facts.Add(new(Label("units"), Say.Number(units), "units"));
        if (resource.Segment is { } segment && view.IsOwn(reference)) facts.Add(new(Label("segment"), view.NameOfSegment(segment), "segment"));
        if (!IsRestoredHere(view, reference, resource)) return facts;
        facts.Add(new(Label("restoreWork"), ServiceWords.Work(resource.RestoreWork), "restoreWork"));
        facts.Add(new(Label("maxPeople"), ServicesTexts.Count("people", resource.MaxPeople), "maxPeople"));
        facts.Add(new(Label("waitingHours"), ServiceWords.Waiting(resource.WaitingHours), "waitingHours"));
        facts.Add(new(Label("backupUsable"), Say.Share(resource.BackupUsable), "backupUsable"));
        return facts;
    }

    /// <summary>Only what the body runs itself takes its own people's work.</summary>
    public static bool IsRestoredHere(ModelView view, EntityRef reference, ResourceContent resource) =>
        view.IsOwn(reference) && resource.Host == ResourceHost.Own;

    /// <summary>Who runs it: in house, the provider by name, or whom else.</summary>
    public static string HostOf(ModelView view, EntityRef reference, ResourceContent resource) =>
        view.IsOwn(reference) ? ServiceWords.Of(resource.Host) : view.NameOfBody(reference.Body);

    public static string RequiredTime(ModelView view, EntityRef reference) =>
        view.RequirementOf(reference) is { } required && double.IsFinite(required.Requirement.RequiredTime)
            ? Say.After(required.Requirement.RequiredTime)
            : ServicesTexts.Get("value.none");

    /// <summary>When it is needed again and why, as a sentence of its own.</summary>
    public static string Lead(ModelView view, EntityRef reference)
    {
        if (view.RequirementOf(reference) is not { } required) return ServicesTexts.Get("resource.lead.unused");
        var sentence = RequirementSentence.Of(required);
        var rest = sentence.StartsWith(required.Name, StringComparison.Ordinal) ? sentence[required.Name.Length..].TrimStart(':', ' ') : sentence;
        return rest.Length == 0 ? sentence : char.ToUpper(rest[0], System.Globalization.CultureInfo.CurrentCulture) + rest[1..];
    }

    private static Fact Required(ModelView view, EntityRef reference) =>
        new(Label("required"), RequiredTime(view, reference), "required", view.RequirementOf(reference) is { } required ? RequirementSentence.Of(required) : null);

    private static string Label(string property) => ServicesTexts.Get($"value.{property}");
}
