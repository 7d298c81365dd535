namespace ResilienceMonitor.Platform.Reference;

/// <summary>One of the sixteen states; its key is the two digits of the official key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Abbreviation">Two letters, for example NW.</param>
public sealed record State(LocalText Name, string Abbreviation);
