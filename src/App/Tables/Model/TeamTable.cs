using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Model;

/// <summary>The team: a table of one row.</summary>
public sealed class TeamTable(IReadOnlyList<TableColumn> columns) : ModelTable(ModelJson.Team, columns)
{
    public override IEnumerable<ModelRow> Rows(JsonObject model) => [new([], model.ItemsOf(Name)[Name]!.AsObject())];

    internal override void Take(ModelChange change, GivenRow row)
    {
        if (!row.IsFirst([])) return;
        var team = change.Model.ItemsOf(Name)[Name]!.DeepClone().AsObject();
        row.Apply(team, isNew: false);
        if (!row.Failed) change.Model.ItemsOf(Name)[Name] = team;
    }

    internal override void TakeOut(ModelChange change)
    {
        // There is always a team, be it of nobody.
    }
}
