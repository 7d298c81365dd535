using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Forecasts.Pages;

/// <summary>A selection as it stands in the address of a page: every result has an address of its own that can be kept and shared.</summary>
public sealed class SelectionForm
{
    internal const string CustomersPrefix = "customers:";
    internal const string DistrictPrefix = "district:";

    /// <summary>Key of a body; with the prefix <c>region:</c> of a region; with <c>customers:</c> of a provider whose customers are meant; with <c>district:</c> of a district with its municipalities.</summary>
    public string? Subject { get; set; }

    public string? Scenario { get; set; }
    public string? Provider { get; set; }

    /// <summary>A second scenario to lay beside the first.</summary>
    public string? Beside { get; set; }

    public string? ItPeople { get; set; }
    public string? Helpers { get; set; }
    public string? HelpDays { get; set; }
    public string? Backup { get; set; }
    public string? Gates { get; set; }
    public string? Spare { get; set; }
    public string? Prepared { get; set; }

    /// <summary>Several bodies together: one row each, computed as long work.</summary>
    public bool IsRegion => Subject?.StartsWith("region:", StringComparison.Ordinal) == true || Customers is not null || District is not null;

    private string? Customers => Behind(CustomersPrefix);

    private string? District => Behind(DistrictPrefix);

    private string? Behind(string prefix) => Subject?.StartsWith(prefix, StringComparison.Ordinal) == true ? Subject[prefix.Length..] : null;

    public Selection Read(FieldErrors errors, int runs) => new()
    {
        Body = IsRegion ? null : Subject,
        Region = IsRegion && Customers is null && District is null ? Subject : null,
        CustomersOf = Customers,
        District = District,
        Scenario = Scenario ?? "",
        Provider = string.IsNullOrEmpty(Provider) ? null : Provider,
        Runs = runs,
        Levers = new Levers
        {
            ItPeople = errors.Whole(nameof(ItPeople), ItPeople, 0, 500, required: false),
            Helpers = errors.Whole(nameof(Helpers), Helpers, 0, 500, required: false),
            HelpDays = errors.Number(nameof(HelpDays), HelpDays, 0, 365, required: false),
            BackupPercent = errors.Whole(nameof(Backup), Backup, 0, 100, required: false),
            GatePercent = errors.Whole(nameof(Gates), Gates, 10, 300, required: false),
            SparePercent = errors.Whole(nameof(Spare), Spare, 0, 100, required: false),
            Prepared = Prepared switch { "all" => true, "none" => false, _ => null },
        },
    };

    /// <summary>The same page with other values; null removes one.</summary>
    public string Href(string path, params (string Name, string? Value)[] changes)
    {
        var values = Values().ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        foreach (var (name, value) in changes) values[name] = value;
        return QueryHelpers.AddQueryString(path, values.Where(v => !string.IsNullOrEmpty(v.Value)).OrderBy(v => v.Key, StringComparer.Ordinal));
    }

    private IEnumerable<(string Name, string? Value)> Values() =>
    [
        (nameof(Subject), Subject), (nameof(Scenario), Scenario), (nameof(Provider), Provider), (nameof(Beside), Beside),
        (nameof(ItPeople), ItPeople), (nameof(Helpers), Helpers), (nameof(HelpDays), HelpDays), (nameof(Backup), Backup),
        (nameof(Gates), Gates), (nameof(Spare), Spare), (nameof(Prepared), Prepared),
    ];

    internal static string Number(double value) => value.ToString(CultureInfo.CurrentCulture);
}
