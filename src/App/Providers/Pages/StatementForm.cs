using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Pages.Forms;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Providers.Pages;

/// <summary>A statement as it is typed, question by question.</summary>
public sealed partial class StatementForm
{
    public const string StatedOn = "statedOn";
    private const int MostStaff = 10_000;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeForm> times = new(StringComparer.Ordinal);

    public string RowVersion { get; set; } = "0";

    /// <summary>What stands in a field; yes and no as <c>true</c> and <c>false</c>.</summary>
    public string? this[string property] => texts.GetValueOrDefault(property);

    public TimeForm Time(string property) => times.GetValueOrDefault(property) ?? new TimeForm();

    public static string Field(string property) => $"Input.{property}";

    /// <summary>What is stored, or an empty form.</summary>
    public static StatementForm Of(IReadOnlyList<ProviderQuestion> questions, StatementContent? content, int rowVersion, LocalDate today)
    {
        var form = new StatementForm { RowVersion = rowVersion.ToString(CultureInfo.InvariantCulture) };
        form.texts[StatedOn] = LocalDatePattern.Iso.Format(content?.StatedOn ?? today);
        if (content is null) return form;
        var json = CanonicalJson.ToNode(content).AsObject();
        foreach (var question in questions)
        {
            if (json[question.Property] is not { } value) continue;
            if (question.Form == AnswerForm.Hours) form.times[question.Property] = TimeForm.Of(value.GetValue<double>());
            else form.texts[question.Property] = value.ToString();
        }

        return form;
    }

    /// <summary>What was posted.</summary>
    public static StatementForm Of(IReadOnlyList<ProviderQuestion> questions, IFormCollection posted)
    {
        var form = new StatementForm { RowVersion = posted[Field("RowVersion")].ToString() };
        form.texts[StatedOn] = posted[Field(StatedOn)].ToString();
        foreach (var question in questions)
        {
            var field = Field(question.Property);
            if (question.Form == AnswerForm.Hours) form.times[question.Property] = new TimeForm { Amount = posted[$"{field}.Amount"], Unit = posted[$"{field}.Unit"] };
            else form.texts[question.Property] = posted[field].ToString();
        }

        return form;
    }

    /// <summary>Puts the answers of a sheet into the fields; what cannot be read stands there as it was written.</summary>
    public void Fill(IReadOnlyList<ProviderQuestion> questions, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var question in questions.Where(q => answers.ContainsKey(q.Property)))
        {
            var said = answers[question.Property];
            switch (question.Form)
            {
                case AnswerForm.Hours: times[question.Property] = TimeOf(said); break;
                case AnswerForm.YesNo: texts[question.Property] = YesNo(said); break;
                case AnswerForm.Date: texts[question.Property] = Tables.Values.TableLanguage.ReadDay(said) is { } day ? LocalDatePattern.Iso.Format(day) : said; break;
                default: texts[question.Property] = said; break;
            }
        }
    }

    /// <summary>The statement, or null with every error.</summary>
    public StatementContent? Read(IReadOnlyList<ProviderQuestion> questions, FieldErrors errors, LocalDate today)
    {
        var json = new JsonObject { ["origin"] = CanonicalJson.ToNode(new Origin(OriginKind.Person, today)) };
        var stated = DateText.Read(errors, Field(StatedOn), texts.GetValueOrDefault(StatedOn), today);
        if (stated is null) errors.Add(Field(StatedOn), ProvidersTexts.Get("statement.no-day"));
        else json[StatedOn] = LocalDatePattern.Iso.Format(stated.Value);
        foreach (var question in questions) json[question.Property] = Value(question, errors, today);
        foreach (var empty in json.Where(v => v.Value is null).Select(v => v.Key).ToList()) json.Remove(empty);
        return errors.Count > 0 ? null : CanonicalJson.Read<StatementContent>(json.ToJsonString());
    }

    private JsonNode? Value(ProviderQuestion question, FieldErrors errors, LocalDate today)
    {
        var (field, text) = (Field(question.Property), texts.GetValueOrDefault(question.Property));
        return question.Form switch
        {
            AnswerForm.Hours => Time(question.Property).Hours(errors, field) is { } hours ? JsonValue.Create(hours) : null,
            AnswerForm.Date => DateText.Read(errors, field, text, today) is { } day ? JsonValue.Create(LocalDatePattern.Iso.Format(day)) : null,
            AnswerForm.YesNo => text switch { "true" => JsonValue.Create(true), "false" => JsonValue.Create(false), _ => null },
            AnswerForm.Count => errors.Whole(field, text, 0, MostStaff, required: false) is { } count ? JsonValue.Create(count) : null,
            _ => errors.Text(field, text, Limits.ReasonLength, required: false) is { Length: > 0 } said ? JsonValue.Create(said) : null,
        };
    }

    // "5 Tage", "48 h", "2 weeks"; a number alone is hours.
    private static TimeForm TimeOf(string said)
    {
        var match = Amount().Match(said);
        if (!match.Success) return new TimeForm { Amount = said, Unit = "hours" };
        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch { ['t' or 'd', ..] => "days", ['w', ..] => "weeks", _ => "hours" };
        return new TimeForm { Amount = match.Groups["number"].Value, Unit = unit };
    }

    private static string YesNo(string said) => said.Trim().ToLowerInvariant() switch { ['j', 'a', ..] or ['y', 'e', 's', ..] => "true", ['n', 'e', 'i', 'n', ..] or "no" => "false", _ => "" };

    [GeneratedRegex(@"^\s*(?<number>\d+(?:[.,]\d+)?)\s*(?<unit>[A-Za-z]*)")]
    private static partial Regex Amount();
}
