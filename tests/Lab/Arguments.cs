using System.Globalization;

namespace ResilienceMonitor.Lab;

/// <summary>Options of the form <c>--name value</c>.</summary>
public sealed class Arguments(IEnumerable<string> given)
{
    private readonly Dictionary<string, string> values = given.Chunk(2)
        .ToDictionary(pair => pair[0].TrimStart('-'), pair => pair.Length == 2 ? pair[1] : throw new ArgumentException($"{pair[0]} needs a value."), StringComparer.Ordinal);

    public string? Text(string name) => values.GetValueOrDefault(name);

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
