namespace ResilienceMonitor.Bodies.Import;

/// <summary>The official list of districts and of the cities that are districts of their own.</summary>
internal sealed class DistrictFormat : IBodyFormat
{
    private static readonly ImportColumn Key = new("key5", "Kreisschlüssel", ColumnNeed.Required);
    private static readonly ImportColumn Name = new("name", "Name", ColumnNeed.Required);
    private static readonly ImportColumn Type = new("type", "Typ", ColumnNeed.Required);
    private static readonly ImportColumn Seat = new("seat", "Sitz", ColumnNeed.Unused);

    private static readonly string[] Districts = ["landkreis", "kreis", "regionalverband"];
    private static readonly string[] Cities = ["kreisfreie-stadt", "stadtkreis"];

    public IReadOnlyList<ImportColumn> Columns { get; } = [Key, Name, Type, Seat];

    public bool NamesRegion => false;

    public PlannedBody? Read(ImportRow row)
    {
        var type = TypeOf(row);
        // Nothing else in the row could confirm a lost zero.
        var key = row.OfficialKey(Key, BodyKeys.DistrictDigits, _ => false);
        var name = row.BodyName(Name);
        if (key is null)
            return null;
        var ags = key + BodyKeys.DistrictEnding;
        row.Key = BodyKeys.Ags(ags);
        if (type is null || name is null || row.Failed)
            return null;
        var isCity = Cities.Contains(type);
        var content = new BodyContent
        {
            Kind = isCity ? BodyKind.Municipality : BodyKind.District,
            Name = isCity ? AdministrationName.WithoutTitles(name) : WithKind(name, type),
            State = key[..2],
            LegalStatus = isCity ? LegalStatus.IndependentCity : LegalStatus.District,
            Origin = row.Import.Origin,
        };
        return new PlannedBody(row.Key, content, name, row.Number, [BodyField.NameField, BodyField.Kind, BodyField.State, BodyField.LegalStatus])
        {
            OtherKey = isCity ? BodyKeys.AdministrationOf(ags) : null,
        };
    }

    public IReadOnlyList<PlannedBody> Complete(IReadOnlyList<PlannedBody> bodies) => bodies;

    private static string? TypeOf(ImportRow row)
    {
        string[] types = [.. Districts, .. Cities];
        if (Array.Find(types, t => Words.Fold(t) == Words.Fold(row[Type])) is { } known)
            return known;
        row.Error(Type, ImportCode.TypeUnknown, row[Type], Words.Nearest(row[Type], types) ?? string.Join(", ", types));
        return null;
    }

    /// <summary>"Olpe" is a town; its district is "Kreis Olpe". Names that say so themselves stay as they are.</summary>
    private static string WithKind(string name, string type)
    {
        var bare = AdministrationName.WithoutTitles(name);
        string[] signs = ["kreis", "region", "verband"];
        if (signs.Any(s => bare.Contains(s, StringComparison.OrdinalIgnoreCase)))
            return bare;
        return type == "kreis" ? $"Kreis {bare}" : $"Landkreis {bare}";
    }
}
