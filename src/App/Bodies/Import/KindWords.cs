namespace ResilienceMonitor.Bodies.Import;

/// <param name="Kind">Kind of body.</param>
/// <param name="Status">Legal status that goes with the word.</param>
/// <param name="IsStatusSaid">False: "municipality" says nothing about a larger town's tasks.</param>
internal sealed record KindWord(BodyKind Kind, LegalStatus Status, bool IsStatusSaid = true);

/// <summary>The words lists use for kinds of bodies.</summary>
internal static class KindWords
{
    private static readonly KindWord Municipality = new(BodyKind.Municipality, LegalStatus.Municipality, IsStatusSaid: false);
    private static readonly KindWord LargeTown = new(BodyKind.Municipality, LegalStatus.LargeTown);
    private static readonly KindWord City = new(BodyKind.Municipality, LegalStatus.IndependentCity);
    private static readonly KindWord Joint = new(BodyKind.Municipality, LegalStatus.JointAdministration);
    private static readonly KindWord District = new(BodyKind.District, LegalStatus.District);

    private static readonly Dictionary<string, KindWord> Known = new[]
    {
        (Municipality, "municipality town Gemeinde Stadt Markt"),
        (LargeTown, "large-town Große-Kreisstadt Große-kreisangehörige-Stadt Mittlere-kreisangehörige-Stadt Große-selbständige-Stadt"),
        (City, "independent-city kreisfreie-Stadt Stadtkreis"),
        (Joint, "joint-administration Verbandsgemeinde Samtgemeinde Amt Verwaltungsgemeinschaft Verwaltungsverband"),
        (District, "district Kreis Landkreis Regionalverband"),
    }.SelectMany(w => w.Item2.Split(' ').Select(word => (Words.Fold(word), w.Item1))).ToDictionary(w => w.Item1, w => w.Item2);

    private static readonly string[] Usual = ["Gemeinde", "Stadt", "Kreis", "kreisfreie Stadt", "Verbandsgemeinde", "municipality", "district"];

    public static KindWord? Read(ImportRow row, ImportColumn column)
    {
        if (Known.TryGetValue(Words.Fold(row[column]), out var word))
            return word;
        row.Error(column, ImportCode.KindUnknown, row[column], Words.Nearest(row[column], Usual) ?? "Gemeinde / municipality");
        return null;
    }
}
