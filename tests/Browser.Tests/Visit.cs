namespace ResilienceMonitor.Browser.Tests;

/// <summary>What was seen of a page in one language and theme.</summary>
/// <param name="Headings">Texts of all <c>h1</c>.</param>
/// <param name="Complaints">What console, scripts and content policy had to say, and requests to others.</param>
internal sealed record Visit(string Title, string Language, string? Theme, IReadOnlyList<string> Headings, IReadOnlyList<string> Complaints, Sight Wide, Sight Narrow);

/// <summary>The page at one width, with everything unfolded.</summary>
/// <param name="Barriers">What axe found.</param>
/// <param name="ScrollWidth">How wide the page is; more than the window means scrolling sideways.</param>
/// <param name="TooWide">Elements that reach beyond the window.</param>
internal sealed record Sight(int Width, IReadOnlyList<string> Barriers, int ScrollWidth, IReadOnlyList<string> TooWide);
