using System.Globalization;
using System.Text.RegularExpressions;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Ui.Forms;

/// <summary>
/// Reads what a person typed. Fields are bound to strings, because a field bound to a number loses what cannot be parsed; a value that cannot
/// be read leaves its sentence in the <see cref="FieldErrors"/> and stays in the field.
/// </summary>
public static partial class TypedText
{
    /// <summary>A number, or null with an error. Empty is an error only when <paramref name="required"/>.</summary>
    public static double? Number(this FieldErrors errors, string field, string? text, double min = double.MinValue, double max = double.MaxValue, bool required = true)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) errors.Add(field, UiTexts.Get("typed.number.missing"));
            return null;
        }

        if (!TryNumber(text, out var value))
        {
            errors.Add(field, UiTexts.Get("typed.number.unreadable", text.Trim()));
            return null;
        }

        if (value >= min && value <= max) return value;
        errors.Add(field, Range(min, max));
        return null;
    }

    /// <summary>The same for whole numbers.</summary>
    public static int? Whole(this FieldErrors errors, string field, string? text, int min = 0, int max = int.MaxValue, bool required = true)
    {
        if (errors.Number(field, text, min, max, required) is not { } value) return null;
        if (value == Math.Floor(value)) return (int)value;
        errors.Add(field, UiTexts.Get("typed.number.whole"));
        return null;
    }

    /// <summary>Trimmed text, or null when it is empty, too long or holds a character that cannot be kept.</summary>
    public static string? Text(this FieldErrors errors, string field, string? text, int max = Limits.NameLength, bool required = true)
    {
        var trimmed = text?.Trim() ?? "";
        var canBeKept = StoredText.IsPossible(trimmed);
        if (trimmed.Length == 0 && required) errors.Add(field, UiTexts.Get("typed.text.missing"));
        if (trimmed.Length > max) errors.Add(field, UiTexts.Get("typed.text.long", max, trimmed.Length));
        if (!canBeKept) errors.Add(field, UiTexts.Get("typed.text.character"));
        return trimmed.Length == 0 || trimmed.Length > max || !canBeKept ? null : trimmed;
    }

    /// <summary>One of the values offered, or null with an error.</summary>
    public static string? Choice(this FieldErrors errors, string field, string? value, IEnumerable<Choice> choices)
    {
        if (value is { Length: > 0 } && choices.Any(c => c.Value == value)) return value;
        errors.Add(field, UiTexts.Get("typed.choice.missing"));
        return null;
    }

    /// <summary>
    /// Understands the separators of the current language. "1.5" in a German page is one and a half, because a thousands point would be
    /// followed by three digits: taking it for fifteen would be a silent error of factor ten.
    /// </summary>
    public static bool TryNumber(string? text, out double value)
    {
        var german = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de";
        var (group, point) = german ? ('.', ',') : (',', '.');
        var compact = Spaces().Replace(text ?? "", "");
        var grouped = german ? GermanGroups().IsMatch(compact) : EnglishGroups().IsMatch(compact);
        var plain = grouped ? compact.Replace(group.ToString(), "") : compact;
        return double.TryParse(plain.Replace(point, '.').Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    private static string Range(double min, double max) => (min, max) switch
    {
        (double.MinValue, _) => UiTexts.Get("typed.number.max", max.ToString("N0")),
        (_, double.MaxValue or int.MaxValue) => UiTexts.Get("typed.number.min", min.ToString("#,0.##")),
        _ => UiTexts.Get("typed.number.range", min.ToString("#,0.##"), max.ToString("#,0.##")),
    };

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$")]
    private static partial Regex GermanGroups();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex EnglishGroups();
}
