using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Model;

/// <summary>The tables of a body's model, in an order in which each refers only to those before it.</summary>
public static partial class ModelTables
{
    private const double MaxHours = 5 * 366 * 24;
    private const double MaxAmount = 1e9;
    private const double MaxCases = 1_000_000;
    private const int MaxPeople = 10_000;
    private const int MaxDevices = 1_000_000;
    private static readonly Origin Nobody = new(OriginKind.Person, default);

    private static readonly TableColumn Key = new("key", new KeyValue()) { Identifies = true };
    private static readonly TableColumn Name = new("name", new TextValue()) { Optional = true };
    private static readonly TableColumn CatalogueKey = new("catalogueKey", new TextValue(Limits.KeyLength)) { Optional = true };
    private static readonly TableColumn OfService = new("service", new KeyValue()) { Identifies = true, Refers = ModelJson.Services, Required = true };
    private static readonly TableColumn Capacity = new("capacity", NumberValue.Share);

    public static IReadOnlyList<ModelTable> All { get; } = [Segments(), Resources(), Services(), Substitutes(), Deadlines(), Needs(), Prerequisites(), Team(), Help(), Measures(), Effects()];

    private static TableColumn NamedBy(string column) => new($"{column}Name", new TextValue()) { NameOf = column };

    private static TableColumn Hours(string key) => new(key, new NumberValue(0, MaxHours)) { Optional = true };

    private static TableColumn Amount(string key) => new(key, new NumberValue(0, MaxAmount));

    private static TableColumn Share(string key) => new(key, NumberValue.Share);

    private static TableColumn Spread(string key) => new(key, new SpreadValue());

    private static JsonObject Blank<T>(T content) => CanonicalJson.ToNode(content).AsObject();

    private static ItemTable Segments() => new(ModelJson.Segments, [Key, Name, CatalogueKey],
        () => Blank(new SegmentContent { Origin = Nobody }), CanonicalJson.Read<SegmentContent>);

    private static ItemTable Resources() => new(ModelJson.Resources,
        [
            Key, Name, CatalogueKey,
            new("kind", WordValue.Of<ResourceKind>(typeof(ServicesTexts), n => $"resource.kind.{Camel(n)}")) { Required = true },
            new("host", WordValue.Of<ResourceHost>(typeof(ServicesTexts), n => $"resource.host.{Camel(n)}")),
            new("segment", new KeyValue()) { Optional = true, Refers = ModelJson.Segments }, NamedBy("segment"),
            Spread("restoreWork"), Spread("checkWork"), new("maxPeople", new NumberValue(1, MaxPeople) { Whole = true }), Spread("waitingHours"),
            Share("backupUsable"), new("rebuildFactor", new NumberValue(1, 1_000)), new("dataLossHours", new NumberValue(0, MaxHours)), Share("restartFailure"), Share("restartRepeat"),
            new("units", new NumberValue(0, MaxDevices) { Whole = true }) { Optional = true }, Amount("replacementCost"),
            Hours("requiredHours") with { Path = "required.hours" }, new("requiredReason", new TextValue(Limits.ReasonLength, Lines: true)) { Path = "required.reason", Optional = true },
            new("ownPrerequisites", new OwnListValue()) { Path = "prerequisites", Optional = true },
        ],
        () => Blank(new ResourceContent { Kind = ResourceKind.Application, Host = ResourceHost.Own, Origin = Nobody }), CanonicalJson.Read<ResourceContent>);

    private static ItemTable Services() => new(ModelJson.Services,
        [
            Key, Name, CatalogueKey,
            new("responsibility", WordValue.Of<Responsibility>(typeof(ServicesTexts), n => $"responsibility.{Camel(n)}")),
            new("leikaKeys", new ListValue(new PatternValue(LeikaKey(), "99115005104000")) { Commas = true }) { Optional = true },
            new("productNumber", new TextValue(20)) { Optional = true },
            new("casesPerWeek", new NumberValue(0, MaxCases)), new("roundTheClock", new TickValue()),
            Hours("mtpdHours"), Hours("rtoHours"), Hours("rpoHours"), new("emergencyLevel", new NumberValue(0.01, 1) { Percent = true }),
            new("peopleServed", new NumberValue(0, 100_000_000) { Whole = true }) { Optional = true }, new("extraCapacity", new NumberValue(0, 10) { Percent = true }),
            Amount("lossPerCaseDay"), Hours("expiryHours"), Amount("lossPerExpiredCase"), Amount("incomePerCase"),
        ],
        () => Blank(new ServiceContent { Responsibility = Responsibility.Own, Origin = Nobody }), CanonicalJson.Read<ServiceContent>);

    private static PartTable Substitutes() => new("substitutes", ModelJson.Services, "substitutes",
        [
            OfService, NamedBy("service"), Key, Name, CatalogueKey,
            new("kind", WordValue.Of<SubstituteKind>(typeof(ServicesTexts), n => $"substitute.kind.{Camel(n)}")) { Required = true },
            new("prepared", new TickValue()), new("tested", new DayValue()) { Optional = true },
            Spread("startPrepared") with { Required = true }, Spread("startUnprepared") with { Optional = true },
            Capacity with { Required = true }, Hours("enduranceHours"), Share("rekeyShare"), new("partner", new TextValue(Limits.KeyLength)) { Optional = true },
        ],
        () => Blank(new Substitute { Key = "", Kind = SubstituteKind.Paper, StartPrepared = Platform.Reference.Spread.Of(0), Capacity = 0 }));

    private static PartTable Deadlines() => new("deadlines", ModelJson.Services, "deadlines",
        [
            OfService, NamedBy("service"), Key, Name, CatalogueKey,
            new("rule", WordValue.Of<DeadlineRule>(typeof(ServicesTexts), n => $"deadline.rule.{n}")) { Required = true },
            new("day", new NumberValue(-366, 366) { Whole = true }) { Optional = true }, new("months", new ListValue(new NumberValue(1, 12) { Whole = true }) { Commas = true }) { Optional = true },
            new("date", new DayValue()) { Optional = true }, new("leadDays", new NumberValue(0, 366)),
        ],
        () => Blank(new Deadline { Key = "", Rule = DeadlineRule.DayOfMonth }));

    private static NeedTable Needs() => new("needs", "needs",
        [new(ModelJson.Services, "service"), new(ModelJson.Services, "service", "substitute", "substitutes"), new(ModelJson.Resources, "resource")],
        [
            OfService with { Required = false }, NamedBy("service"), new("substitute", new KeyValue()) { Identifies = true },
            new("resource", new KeyValue()) { Identifies = true, Refers = ModelJson.Resources }, NamedBy("resource"), .. Needed(),
        ]);

    private static NeedTable Prerequisites() => new("prerequisites", "prerequisites", [new(ModelJson.Resources, "resource")],
        [new("resource", new KeyValue()) { Identifies = true, Refers = ModelJson.Resources }, NamedBy("resource"), .. Needed()]);

    private static TableColumn[] Needed() =>
    [
        new(NeedTable.Group, new NumberValue(1, 1_000) { Whole = true }) { Identifies = true },
        new(NeedTable.Resource, new TextValue(2 * Limits.KeyLength)) { Identifies = true, Refers = ModelJson.Resources, Required = true }, NamedBy(NeedTable.Resource),
        Capacity,
    ];

    private static TeamTable Team() => new(
        [
            new("people", new NumberValue(0, MaxPeople) { Whole = true }), new("hoursADay", new NumberValue(1, 24)), new("daysAWeek", new NumberValue(5, 7) { Whole = true }),
            Share("shareAbsent"), new("costPerHour", new NumberValue(0, 10_000)),
        ]);

    private static PartTable Help() => new("help", ModelJson.Team, "help",
        [
            Key, Name, CatalogueKey, new("people", new NumberValue(0, MaxPeople) { Whole = true }) { Required = true }, Spread("delayHours") with { Required = true },
            Hours("stayHours"), new("costPerHour", new NumberValue(0, 10_000)),
        ],
        () => Blank(new HelpContract { Key = "", People = 0, DelayHours = Platform.Reference.Spread.Of(0) }));

    private static ItemTable Measures() => new(ModelJson.Measures,
        [
            Key, Name, CatalogueKey, Amount("oneOffEuro"), Amount("yearlyEuro"), new("scalesWith", WordValue.Of<CostScale>(typeof(TablesTexts), n => $"scale.{n}")),
            new("budget", WordValue.Of<BudgetKind>(typeof(MeasuresTexts), n => $"budget.{n}")), new("budgetProduct", new TextValue()) { Optional = true }, new("fundable", new TickValue()),
            new("personDays", new NumberValue(0, 100_000)), new("leadTimeMonths", new NumberValue(0, 240)), new("joint", new TickValue()), new("byProvider", new TickValue()),
            new("sourceNote", new TextValue(Limits.ReasonLength, Lines: true)) { Optional = true },
        ],
        () => Blank(new MeasureContent { Effects = [], Origin = Nobody }), CanonicalJson.Read<MeasureContent>);

    private static PartTable Effects() => new("effects", ModelJson.Measures, "effects",
        [
            new("measure", new KeyValue()) { Identifies = true, Refers = ModelJson.Measures, Required = true }, NamedBy("measure"),
            new("place", new NumberValue(1, 100) { Whole = true }) { Identifies = true },
            new("parameter", WordValue.Of<MeasureParameter>(typeof(MeasuresTexts), n => $"parameter.{n}")) { Required = true },
            new("operation", WordValue.Of<EffectOperation>(typeof(MeasuresTexts), n => $"operation.{n}")) { Required = true },
            new("value", new NumberValue(-MaxAmount, MaxAmount)) { Required = true },
            new("kinds", new ListValue(WordValue.Of<ResourceKind>(typeof(ServicesTexts), n => $"resource.kind.{Camel(n)}"))) { Optional = true },
            new("hosts", new ListValue(WordValue.Of<ResourceHost>(typeof(ServicesTexts), n => $"resource.host.{Camel(n)}"))) { Optional = true },
            .. new[] { "segments", "resources", "services" }.Select(f => new TableColumn(f, new ListValue(new TextValue(Limits.KeyLength))) { Optional = true }),
            new("substitutes", new ListValue(WordValue.Of<SubstituteKind>(typeof(ServicesTexts), n => $"substitute.kind.{Camel(n)}"))) { Optional = true },
            new("gates", new ListValue(new TextValue(Limits.KeyLength))) { Optional = true },
        ],
        () => Blank(new MeasureEffect { Parameter = MeasureParameter.BackupUsable, Operation = EffectOperation.Set, Value = 0 }));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"^\d{14}$")]
    private static partial Regex LeikaKey();
}
