using ResilienceMonitor.Bodies.Pages;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Relations.Pages;

/// <summary>A new consent as typed.</summary>
public sealed class ConsentForm
{
    public const string Adviser = "adviser";

    public string? Who { get; set; }
    public string? Grantee { get; set; }
    public string? GranteeName { get; set; }
    public string? Block { get; set; }
    public string? Service { get; set; }
    public string? Purpose { get; set; }
    public string? Until { get; set; }

    internal static IReadOnlyList<Choice> Whom => [new("body", ConsentTexts.Get("consents.who-body")), new(Adviser, ConsentTexts.Get("consents.who-adviser"))];

    /// <summary>The request, or null with all errors named.</summary>
    public ConsentRequest? Read(FieldErrors errors, IReadOnlyList<Choice> services)
    {
        var who = errors.Choice(Field(nameof(Who)), Who, Whom);
        var grantee = errors.Text(Field(nameof(Grantee)), Grantee);
        var name = errors.Text(Field(nameof(GranteeName)), GranteeName);
        var block = errors.Choice(Field(nameof(Block)), Block, BlockWords.Choices);
        var service = block == BlockWords.OneService ? errors.Choice(Field(nameof(Service)), Service, services) : null;
        var purpose = errors.Text(Field(nameof(Purpose)), Purpose, Limits.ReasonLength);
        var until = errors.EndOf(Field(nameof(Until)), Until);
        return errors.Count > 0 ? null : new ConsentRequest(who == Adviser, grantee!, name!, service ?? block!, purpose!, until!.Value);
    }

    /// <summary>The field a refusal is about.</summary>
    internal static string FieldOf(Refusal refusal) => Field(refusal.Code switch
    {
        "consent.until" => nameof(Until),
        "consent.block" => nameof(Block),
        _ => nameof(Grantee),
    });

    private static string Field(string name) => $"Input.{name}";
}
