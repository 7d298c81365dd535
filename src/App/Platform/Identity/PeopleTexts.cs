namespace ResilienceMonitor.Platform.Identity;

/// <summary>Marks the resources of the people of a body, their links and tokens.</summary>
public sealed class PeopleTexts
{
    public static string Get(string key) => TextsOf<PeopleTexts>.Get(key);
}
