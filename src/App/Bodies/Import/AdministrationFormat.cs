using System.Collections.Immutable;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>The official list of administrations: the key of nine digits, the name with its titles, and the type.</summary>
internal sealed class AdministrationFormat : IBodyFormat
{
    private const char Free = '0';
    private const char Joint = '5';
    private const char Unincorporated = '9';
    private const string CityEnding = "0000";

    private static readonly ImportColumn Key = new("key9", "Verbandsschlüssel", ColumnNeed.Required);
    private static readonly ImportColumn Name = new("name", "Name", ColumnNeed.Required);
    private static readonly ImportColumn Type = new("type", "Typ", ColumnNeed.Required);
    private static readonly ImportColumn TypeCode = new("type_code", "Textkennzeichen", ColumnNeed.Unused);

    public IReadOnlyList<ImportColumn> Columns { get; } = [Key, Name, Type, TypeCode];

    public bool NamesRegion => false;

    public PlannedBody? Read(ImportRow row)
    {
        var type = TypeOf(row);
        var key = row.OfficialKey(Key, BodyKeys.AdministrationDigits, whole => type is not null && Fits(whole, type));
        var name = row.BodyName(Name);
        if (key is null)
            return null;
        row.Key = BodyKeys.Administration(key);
        if (name is null || type is null || row.Failed)
            return null;
        if (type == AdministrationName.Free && IsUnincorporated(key, name))
        {
            row.Warn(Name, ImportCode.Unincorporated, name);
            return null;
        }

        var status = StatusOf(key, type, name);
        ImmutableSortedSet<string> stated = [BodyField.NameField, BodyField.Kind, BodyField.State];
        if (status is not (LegalStatus.Municipality or LegalStatus.Unknown))
            stated = stated.Add(BodyField.LegalStatus);
        var content = new BodyContent
        {
            Kind = BodyKind.Municipality,
            Name = AdministrationName.Shown(name, type),
            State = key[..2],
            LegalStatus = status,
            District = status == LegalStatus.IndependentCity ? null : BodyKeys.District(key),
            Origin = row.Import.Origin,
        };
        return new PlannedBody(row.Key, content, name, row.Number, content.District is null ? stated : stated.Add(BodyField.District))
        {
            OtherKey = key[BodyKeys.DistrictDigits] == Joint ? null : BodyKeys.AgsOf(key),
        };
    }

    public IReadOnlyList<PlannedBody> Complete(IReadOnlyList<PlannedBody> bodies) => bodies;

    /// <summary>Null when it is wrong. The list of 2017 left it out for three municipalities whose association had just been dissolved.</summary>
    private static string? TypeOf(ImportRow row)
    {
        var type = row[Type];
        if (type.Length == 0)
        {
            row.Warn(Type, ImportCode.TypeMissing);
            return type;
        }

        if (AdministrationName.Types.FirstOrDefault(t => Words.Fold(t) == Words.Fold(type)) is { } known)
            return known;
        row.Error(Type, ImportCode.TypeUnknown, type, Words.Nearest(type, AdministrationName.Types) ?? string.Join(", ", AdministrationName.Types));
        return null;
    }

    private static bool Fits(string key, string type) =>
        key[BodyKeys.DistrictDigits] is var place && (AdministrationName.IsJoint(type) ? place == Joint : place is Free or Unincorporated);

    /// <summary>Forests, lakes and the like that belong to no municipality. A "gemeindefreier Bezirk" however is inhabited and has an administration.</summary>
    private static bool IsUnincorporated(string key, string name)
    {
        var folded = Words.Fold(name);
        string[] signs = ["gemfrgeb", "gdefrgeb", "gemeindefreiesgeb"];
        return (key[BodyKeys.DistrictDigits] == Unincorporated && !folded.EndsWith("gemfrbezirk", StringComparison.Ordinal))
            || signs.Any(s => folded.Contains(s, StringComparison.Ordinal));
    }

    private static LegalStatus StatusOf(string key, string type, string name)
    {
        if (type.Length == 0)
            return LegalStatus.Unknown;
        if (AdministrationName.IsJoint(type))
            return LegalStatus.JointAdministration;
        if (key.EndsWith(CityEnding, StringComparison.Ordinal))
            return LegalStatus.IndependentCity;
        return name.EndsWith(", GKSt", StringComparison.Ordinal) ? LegalStatus.LargeTown : LegalStatus.Municipality;
    }
}
