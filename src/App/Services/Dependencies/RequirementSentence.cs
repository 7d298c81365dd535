using System.Text;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Services.Dependencies;

/// <summary>A requirement in words: by when, and along which path.</summary>
public static class RequirementSentence
{
    public static string Of(ExplainedRequirement explained)
    {
        var requirement = explained.Requirement;
        if (double.IsInfinity(requirement.RequiredTime)) return Text("requirement.none", explained.Name);
        if (requirement.Overridden) return Text("requirement.overridden", explained.Name, Say.After(requirement.RequiredTime));
        var sentence = new StringBuilder(Text("requirement.derived", explained.Name, Say.After(requirement.RequiredTime)));
        var first = true;

        // The path begins with the resource itself; each next one needs the one before.
        foreach (var name in explained.Path.Skip(1))
        {
            sentence.Append(Text(first ? "requirement.because" : "requirement.and-that", name));
            first = false;
        }

        return sentence.Append('.').ToString();
    }

    private static string Text(string key, params object[] arguments) => string.Format(null, TextsOf<ServicesTexts>.Get(key), arguments);
}
