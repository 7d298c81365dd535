namespace ResilienceMonitor.Handbook;

/// <summary>A chapter of the handbook in one language.</summary>
/// <param name="Key">How its address ends, the same in both languages.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">Its first paragraph: what the reader wants to achieve.</param>
/// <param name="Html">Everything after the first paragraph.</param>
public sealed record Chapter(string Key, string Title, string Lead, string Html);
