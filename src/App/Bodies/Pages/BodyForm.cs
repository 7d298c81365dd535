using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Pages;

/// <summary>The opening questions as typed. Empty always means "unknown".</summary>
public sealed class BodyForm
{
    public string? Name { get; set; }
    public string? State { get; set; }
    public string? LegalStatus { get; set; }
    public string? Population { get; set; }
    public string? Hospital { get; set; }
    public string? Hosting { get; set; }
    public string? Provider { get; set; }
    public string? ItStaff { get; set; }
    public string? Workplaces { get; set; }
    public string? Spares { get; set; }
    public string? Backup { get; set; }
    public string? Restore { get; set; }
    public string? Telephone { get; set; }
    public string? CashDesk { get; set; }
    public string? Neighbour { get; set; }
    public string? RowVersion { get; set; }

    public static BodyForm Of(Body body)
    {
        var (content, answers) = (body.Content, body.Content.Answers);
        return new BodyForm
        {
            Name = content.Name,
            State = content.State,
            LegalStatus = content.LegalStatus.ToString(),
            Population = content.Population?.ToString(),
            Hospital = Word(answers.HospitalInTown),
            Hosting = content.Providers.Count > 0 ? "provider" : answers.ProviderKnown switch { true => "own", false => "provider", null => "" },
            Provider = content.Providers.Count > 0 ? content.Providers[0] : null,
            ItStaff = answers.ItStaff?.ToString(),
            Workplaces = answers.Workplaces?.ToString(),
            Spares = answers.SpareDevices?.ToString(),
            Backup = Word(answers.ProtectedBackup),
            Restore = answers.NeverRestored == true ? "never" : answers.LastFullRestore?.Year.ToString(),
            Telephone = Word(answers.TelephoneSeparate),
            CashDesk = Word(answers.CashDesk),
            Neighbour = answers.Neighbour ?? (answers.NeighbourElsewhere switch { true => "some", false => "none", null => "" }),
            RowVersion = body.RowVersion.ToString(),
        };
    }

    /// <summary>The content with these answers, or null with all errors named. What was not asked stays as it is.</summary>
    public BodyContent? Read(FieldErrors errors, LocalDate today, BodyContent? old)
    {
        var name = errors.Text(Field(nameof(Name)), Name);
        var population = errors.Whole(Field(nameof(Population)), Population, 1, 20_000_000, required: false);
        var staff = errors.Whole(Field(nameof(ItStaff)), ItStaff, 0, 10_000, required: false);
        var workplaces = errors.Whole(Field(nameof(Workplaces)), Workplaces, 1, 100_000, required: false);
        var spares = errors.Whole(Field(nameof(Spares)), Spares, 0, 100_000, required: false);
        var restore = Restore is null or "" or "never" ? null : errors.Whole(Field(nameof(Restore)), Restore, 2000, today.Year);
        if (errors.Count > 0) return null;
        var status = Enum.TryParse<LegalStatus>(LegalStatus, out var parsed) ? parsed : Bodies.LegalStatus.Unknown;
        var start = old ?? new BodyContent { Kind = BodyKind.Municipality, Origin = new Origin(OriginKind.Person, today) };
        return start with
        {
            Name = name,
            Kind = status == Bodies.LegalStatus.District ? BodyKind.District : start.Kind is BodyKind.District ? BodyKind.Municipality : start.Kind,
            State = Filled(State),
            LegalStatus = status,
            Population = population,
            Providers = Hosting == "provider" && Filled(Provider) is { } provider ? [provider, .. start.Providers.Skip(1).Where(p => p != provider)] : [],
            Answers = start.Answers with
            {
                HospitalInTown = YesNo(Hospital),
                ProviderKnown = Hosting switch { "own" => true, "provider" => Filled(Provider) is null ? false : true, _ => null },
                ItStaff = staff,
                Workplaces = workplaces,
                SpareDevices = spares,
                ProtectedBackup = YesNo(Backup),
                LastFullRestore = restore is { } year ? new LocalDate(year, 6, 30) : null,
                NeverRestored = Restore == "never" ? true : null,
                TelephoneSeparate = YesNo(Telephone),
                CashDesk = YesNo(CashDesk),
                NeighbourElsewhere = Neighbour switch { null or "" => null, "none" => false, _ => true },
                Neighbour = Neighbour is null or "" or "none" or "some" ? null : Neighbour,
            },
            Origin = start.Origin with { Kind = OriginKind.Person, Date = today },
        };
    }

    internal static string Field(string name) => $"Input.{name}";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool? YesNo(string? text) => text switch { "yes" => true, "no" => false, _ => null };

    private static string Word(bool? answer) => answer switch { true => "yes", false => "no", null => "" };
}
