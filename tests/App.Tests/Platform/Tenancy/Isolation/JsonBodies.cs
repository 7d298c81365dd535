using System.Text.Json.Nodes;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Api;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Statements;
using ResilienceMonitor.Tables.Lists;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>
/// What programs send, with ids of a case wherever a content can name something. A type that does not stand here fails the matrix: it must be known which of
/// its fields name things.
/// </summary>
internal static class JsonBodies
{
    private const string Origin = """{"kind":"person","date":"2026-11-21"}""";

    public static IEnumerable<string> Of(Type type, IdCase id, Asker asker)
    {
        var (item, body) = (asker.Item(id), asker.Body(id));
        return type.Name switch
        {
            nameof(ServiceContent) => from resource in new[] { item, $"{body}/{item}" }
                                      select $$"""{"responsibility":"own","origin":{{Origin}},"needs":[{"members":[{"resource":"{{resource}}"}]}],"substitutes":[{"key":"n","kind":"neighbour","startPrepared":{"fixed":1},"capacity":0.5,"partner":"{{body}}"}]}""",
            nameof(ResourceContent) => from resource in new[] { item, $"{body}/{item}" }
                                       select $$"""{"kind":"application","host":"own","origin":{{Origin}},"segment":"{{item}}","needs":[{"members":[{"resource":"{{resource}}"}]}]}""",
            nameof(SegmentContent) => [$$"""{"origin":{{Origin}},"catalogueKey":"{{item}}"}"""],
            nameof(MeasureContent) => [$$"""{"origin":{{Origin}},"effects":[{"parameter":"backupUsable","operation":"set","value":0.5,"resources":["{{item}}"],"services":["{{item}}"],"segments":["{{item}}"]}]}"""],
            nameof(ScenarioContent) => [$$"""{"target":"own","origin":{{Origin}},"hits":[{"key":"h","kind":"stopped","resources":["{{item}}"],"segments":["{{item}}"]}]}"""],
            nameof(StatementContent) => [$$"""{"origin":{{Origin}},"statedOn":"2026-11-21","order":"{{item}}"}"""],
            nameof(OwnListContent) => [$$"""{"kind":"service-sheet","origin":{{Origin}},"heads":["x"],"columns":{"procedure":0},"rows":[{"number":2,"cells":["{{item}}"],"means":"resources/{{item}}"}]}"""],
            nameof(BodyContent) => [Body(body)],
            nameof(NewBody) => [$$"""{"key":"{{body}}","content":{{Body(body)}}}"""],
            nameof(Package) => [$$$"""{"format":"resmon-package","version":1,"subject":"{{{body}}}","bodies":[{"key":"{{{body}}}","items":{"bodies":{"{{{body}}}":{{{Body(body)}}} },"measures":{"{{{item}}}":{"effects":[],"origin":{{{Origin}}} } } } }]}"""],
            nameof(MemberRoles) => ["""{"roles":["reader"]}"""],
            nameof(NewToken) => [$$"""{"name":"{{item}}","scopes":["bodies.view"],"endsAt":"2027-06-01T00:00:00Z"}"""],
            nameof(NewConsent) =>
            [
                Consent(false, BodyCode.Of(new BodyId(Guid.Parse(asker.Id(id, t => new(t.Body.Value, t.Entered.Value))))), "profile"),
                Consent(false, BodyCode.Of(BodyId.New()), $"services/{item}"),
                Consent(true, asker.Pick(id, t => new Ids<string>($"colleague{t.Number}", $"former{t.Number}"), "nobody"), "profile"),
            ],
            // A table that a program hands in as it is.
            "Byte[]" => [$"Ressource (Schlüssel);Benötigt (Schlüssel)\n{asker.Item(IdCase.Own)};{body}/{item}\n{item};{item}\n"],
            _ => throw new InvalidOperationException($"Say in {nameof(JsonBodies)} which fields of {type.Name} name something."),
        };
    }

    private static string Body(string other) =>
        $$"""{"kind":"municipality","name":"Neu","origin":{{Origin}},"district":"{{other}}","providers":["{{other}}"],"answers":{"neighbour":"{{other}}","neighbourElsewhere":true,"providerKnown":true},"ownModel":true}""";

    private static string Consent(bool adviser, string grantee, string block) => new JsonObject
    {
        ["forAdviser"] = adviser,
        ["grantee"] = grantee,
        ["granteeName"] = "x",
        ["block"] = block,
        ["purpose"] = "x",
        ["until"] = "2027-01-10T00:00:00Z",
    }.ToJsonString();
}
