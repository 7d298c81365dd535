using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>A table of bodies as the wall inside the database sees it: which rows besides the own ones can be read.</summary>
/// <param name="Name">The table.</param>
/// <param name="User">Column of an account that can read the row from anywhere; null: none.</param>
/// <param name="Body">Column of a second body that can read the row; null: none.</param>
/// <param name="Listed">True for the list of tenants.</param>
/// <param name="Keys">Columns that find a row for a change.</param>
public sealed record WallTable(string Name, string? User, string? Body, bool Listed, IReadOnlyList<string> Keys)
{
    internal const string Reads = "resmon:reads";
    internal const string ReadsOfTenants = "tenants";

    /// <summary>Every table that belongs to bodies.</summary>
    public static IReadOnlyList<WallTable> Of(IModel model) => [.. model.GetEntityTypes()
        .Where(e => typeof(ITenantRow).IsAssignableFrom(e.ClrType))
        .Select(From).OrderBy(t => t.Name, StringComparer.Ordinal)];

    internal static string ReadsOf(LambdaExpression? user, LambdaExpression? body) => $"{Column(user)};{Column(body)}";

    private static WallTable From(IEntityType entity)
    {
        var reads = (string?)entity.FindAnnotation(Reads)?.Value
            ?? throw new InvalidOperationException($"{entity.ClrType.Name} belongs to a body, but its mapping does not call MapTenant.");
        var listed = reads == ReadsOfTenants;
        var columns = listed ? ["", ""] : reads.Split(';');
        var keys = entity.FindPrimaryKey()!.Properties.Concat(entity.GetProperties().Where(p => p.IsConcurrencyToken)).Select(p => p.GetColumnName());
        return new WallTable(entity.GetTableName()!, columns[0] is { Length: > 0 } u ? u : null, columns[1] is { Length: > 0 } b ? b : null, listed, [.. keys]);
    }

    private static string Column(LambdaExpression? column) => column is null ? "" : SnakeCase.Of(Member(column.Body));

    private static string Member(Expression expression) => expression switch
    {
        UnaryExpression { Operand: var inner } => Member(inner),
        MemberExpression member => member.Member.Name,
        _ => throw new InvalidOperationException("A column is named by its property."),
    };
}
