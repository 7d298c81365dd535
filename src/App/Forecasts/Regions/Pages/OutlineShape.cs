using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Forecasts.Regions.Outlines;
using ResilienceMonitor.Platform.Ui.Parts;

namespace ResilienceMonitor.Forecasts.Regions.Pages;

/// <summary>A body in its outline.</summary>
internal sealed record OutlineShape(string Name, string? Href, BodyLevel Level, string Path, int Left, int Top, int Width, int Height, IReadOnlyList<OutlineFill> Fills)
{
    private const string OfficialKey = "ags:";
    private static readonly ServiceState[] Painted = [ServiceState.Stopped, ServiceState.Substitute, ServiceState.Backlog];

    /// <summary>Which outline is whose: by the official key, else by the name if only one has it.</summary>
    public static IReadOnlyDictionary<string, Outline> Match(IReadOnlyList<Outline> outlines, IEnumerable<(string Key, string Name)> members)
    {
        var byKey = outlines.Where(o => o.Key is not null).GroupBy(o => o.Key!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var byName = outlines.Where(o => o.Name is not null).GroupBy(o => Words.Fold(o.Name!), StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
        var found = new Dictionary<string, Outline>(StringComparer.Ordinal);
        foreach (var (key, name) in members)
        {
            var official = key.StartsWith(OfficialKey, StringComparison.Ordinal) ? key[OfficialKey.Length..] : key;
            if ((byKey.GetValueOrDefault(official) ?? byName.GetValueOrDefault(Words.Fold(name))) is { } outline && !found.ContainsValue(outline)) found[key] = outline;
        }

        return found;
    }

    public static OutlineShape Of(Outline outline, string name, string? href, BodyLevel level)
    {
        var (xs, ys) = (Every(outline, 0), Every(outline, 1));
        var (top, height) = (ys.Min(), Math.Max(1, ys.Max() - ys.Min()));
        var (fills, rest) = (new List<OutlineFill>(), (double)(top + height));
        foreach (var state in Painted)
        {
            var part = level.Shares[(int)state] * height;
            rest -= part;
            if (part > 0) fills.Add(new OutlineFill(state, rest, part));
        }

        return new OutlineShape(name, href, level, PathOf(outline), xs.Min(), top, Math.Max(1, xs.Max() - xs.Min()), height, fills);
    }

    public static string PathOf(Outline outline) => string.Concat(outline.Rings.Select(r => $"M{string.Join(' ', r)}Z"));

    private static List<int> Every(Outline outline, int offset) => [.. outline.Rings.SelectMany(r => r.Where((_, i) => i % 2 == offset))];
}

/// <param name="State">What is painted.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Height">In units of the plane.</param>
internal sealed record OutlineFill(ServiceState State, double Y, double Height);
