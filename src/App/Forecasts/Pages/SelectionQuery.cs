namespace ResilienceMonitor.Forecasts.Pages;

/// <summary>Reads a selection from the address.</summary>
internal static class SelectionQuery
{
    public static SelectionForm Read(IQueryCollection query) => new()
    {
        Subject = Text(query, nameof(SelectionForm.Subject)),
        Scenario = Text(query, nameof(SelectionForm.Scenario)),
        Provider = Text(query, nameof(SelectionForm.Provider)),
        Beside = Text(query, nameof(SelectionForm.Beside)),
        ItPeople = Text(query, nameof(SelectionForm.ItPeople)),
        Helpers = Text(query, nameof(SelectionForm.Helpers)),
        HelpDays = Text(query, nameof(SelectionForm.HelpDays)),
        Backup = Text(query, nameof(SelectionForm.Backup)),
        Gates = Text(query, nameof(SelectionForm.Gates)),
        Spare = Text(query, nameof(SelectionForm.Spare)),
        Prepared = Text(query, nameof(SelectionForm.Prepared)),
    };

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 and <= Platform.Limits.NameLength } text ? text : null;
}
