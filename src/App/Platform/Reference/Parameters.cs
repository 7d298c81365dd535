namespace ResilienceMonitor.Platform.Reference;

/// <summary>The numbers of the starter model by key. A key that does not exist is a programmer's mistake and throws.</summary>
public sealed class Parameters(CatalogueFile<Parameter> file)
{
    public CatalogueFile<Parameter> File { get; } = file;

    public double Number(string key) => Find(key).Value ?? throw Wrong(key, "number");

    public Spread Spread(string key) => Find(key).Spread ?? throw Wrong(key, "spread");

    /// <summary>The value of a case, or that of <c>*</c>.</summary>
    public double Case(string key, string of)
    {
        var cases = Find(key).Cases ?? throw Wrong(key, "table of cases");
        return cases.TryGetValue(of, out var value) || cases.TryGetValue("*", out value) ? value : throw Wrong(key, $"case '{of}'");
    }

    /// <summary>The same parameters with one number replaced, for fitting them to real outages.</summary>
    public Parameters With(string key, double value)
        => new(File with { Entries = new Dictionary<string, Parameter>(File.Entries) { [key] = Find(key) with { Value = value } } });

    private Parameter Find(string key) => File.Entries.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"There is no parameter '{key}'.");

    private static InvalidOperationException Wrong(string key, string wanted) => new($"The parameter '{key}' holds no {wanted}.");
}
