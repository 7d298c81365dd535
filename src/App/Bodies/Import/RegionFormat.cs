using System.Collections.Immutable;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>The list of a region: municipalities and districts with their municipal key, inhabitants and provider.</summary>
internal sealed class RegionFormat : IBodyFormat
{
    private static readonly ImportColumn Key = new("key", "Schlüssel", ColumnNeed.Required, "ags", "gemeindeschluessel", "amtlichergemeindeschluessel");
    private static readonly ImportColumn Name = new("name", "Name", ColumnNeed.Required, "gemeinde", "gemeindename", "verwaltung", "bezeichnung", "ort");
    private static readonly ImportColumn Kind = new("kind", "Art", ColumnNeed.Required, "typ");
    private static readonly ImportColumn District = new("district", "Kreis", ColumnNeed.Useful, "landkreis", "kreisschluessel");
    private static readonly ImportColumn Population = new("population", "Einwohner", ColumnNeed.Useful, "einwohnerzahl", "bevoelkerung");
    private static readonly ImportColumn Provider = new("provider", "Dienstleister", ColumnNeed.Useful, "itdienstleister", "rechenzentrum");

    private readonly Dictionary<string, string> _districts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _keys = [];
    private readonly Dictionary<string, ImportRow> _rows = [];

    public IReadOnlyList<ImportColumn> Columns { get; } = [Key, Name, Kind, District, Population, Provider];

    public bool NamesRegion => true;

    public PlannedBody? Read(ImportRow row)
    {
        var kind = KindWords.Read(row, Kind);
        var key = row.OfficialKey(Key, BodyKeys.AgsDigits, whole => Fits(whole, kind, RowReading.WithoutBlanks(row[District])));
        var name = row.BodyName(Name);
        var population = row.Population(Population);
        var (providers, known) = row.Import.Providers.Read(row, Provider);
        if (key is null)
            return null;
        row.Key = BodyKeys.Ags(key);
        _keys.Add(row.Key);
        if (kind is { Kind: BodyKind.District } && name is not null)
            _districts.TryAdd(name, row.Key);
        if (kind is not { } body || row.Failed)
            return null;
        var status = body is { Kind: BodyKind.Municipality, IsStatusSaid: false } && key.EndsWith(BodyKeys.DistrictEnding, StringComparison.Ordinal)
            ? LegalStatus.IndependentCity
            : body.Status;
        _rows.TryAdd(row.Key, row);
        var content = new BodyContent
        {
            Kind = body.Kind,
            Name = name,
            State = key[..2],
            LegalStatus = status,
            Population = population,
            Providers = providers,
            Answers = new StarterAnswers { ProviderKnown = known },
            Origin = row.Import.Origin,
        };
        return new PlannedBody(row.Key, content, row[Name], row.Number, Stated(content, body.IsStatusSaid || status != body.Status))
        {
            OtherKey = body.Kind == BodyKind.Municipality && status != LegalStatus.JointAdministration ? BodyKeys.AdministrationOf(key) : null,
        };
    }

    public IReadOnlyList<PlannedBody> Complete(IReadOnlyList<PlannedBody> bodies) => [.. bodies.Select(WithDistrict)];

    private static ImmutableSortedSet<string> Stated(BodyContent content, bool statusSaid)
    {
        ImmutableSortedSet<string> stated = [BodyField.NameField, BodyField.Kind, BodyField.State];
        if (statusSaid)
            stated = stated.Add(BodyField.LegalStatus);
        if (content.Population is not null)
            stated = stated.Add(BodyField.Population);
        return content.Answers.ProviderKnown is null ? stated : stated.Add(BodyField.Providers);
    }

    /// <summary>The district confirms a key whose zero was lost; a district or a city without one ends in zeros.</summary>
    private static bool Fits(string key, KindWord? kind, string district)
    {
        var own = key[..BodyKeys.DistrictDigits] + BodyKeys.DistrictEnding;
        return kind is { Kind: BodyKind.District } || district.Length == 0 ? key == own : district == own || "0" + district == own;
    }

    private PlannedBody WithDistrict(PlannedBody body)
    {
        var row = _rows[body.Key];
        if (row[District].Length == 0 || body.Content.Kind == BodyKind.District)
            return body;
        if (DistrictOf(row, body.Key) is not { } district)
            return body;
        return body with { Content = body.Content with { District = district }, Stated = body.Stated.Add(BodyField.District) };
    }

    /// <summary>The key of the district a row names by key, by the five digits of it, or by name; null: nobody knows it, which is reported.</summary>
    private string? DistrictOf(ImportRow row, string key)
    {
        var shown = row[District];
        var own = BodyKeys.District(key["ags:".Length..]);
        var digits = RowReading.WithoutBlanks(shown);
        string? district = digits.All(char.IsAsciiDigit) switch
        {
            false => _districts.GetValueOrDefault(shown),
            true when BodyKeys.Ags("0" + digits) == own => own,
            true when digits.Length == BodyKeys.DistrictDigits => BodyKeys.District(digits),
            true when digits.Length == BodyKeys.AgsDigits => BodyKeys.Ags(digits),
            _ => null,
        };
        if (district is null || !_keys.Contains(district))
            row.Warn(District, ImportCode.DistrictUnknown, shown);
        else if (district != own)
            row.Warn(District, ImportCode.DistrictDiffers, shown, own["ags:".Length..]);
        return district;
    }
}
