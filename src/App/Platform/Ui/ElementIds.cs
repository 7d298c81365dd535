namespace ResilienceMonitor.Platform.Ui;

/// <summary>Ids for elements that refer to each other, counted per page: the same page always gets the same ids.</summary>
public sealed class ElementIds
{
    private int last;

    public string Next(string prefix) => $"{prefix}-{++last}";
}
