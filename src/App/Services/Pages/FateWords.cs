using ResilienceMonitor.Services.Dependencies;

namespace ResilienceMonitor.Services.Pages;

/// <summary>Says why a substitute is no help: it falls with what it should replace.</summary>
internal static class FateWords
{
    public static string Through(ModelView view, SharedFateFinding finding) =>
        view.Body.Content.Providers.Contains(finding.Through) ? view.NameOfBody(finding.Through) : view.NameOf(view.Refer(finding.Through));

    public static string Of(ModelView view, SharedFateFinding finding) =>
        ServicesTexts.Get(view.Body.Content.Providers.Contains(finding.Through) ? "fate.provider" : "fate.resource", Through(view, finding));
}
