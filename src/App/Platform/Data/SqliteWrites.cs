using System.Text;
using Microsoft.EntityFrameworkCore.Sqlite.Update.Internal;
using Microsoft.EntityFrameworkCore.Update;

namespace ResilienceMonitor.Platform.Data;

#pragma warning disable EF1001 // The only place where a name of a table in a write can be changed; a test of every table would notice a change of it.
/// <summary>Writes go to the tables themselves, where triggers judge them; reads go through the views of <see cref="Tenancy.SqliteWall"/>, which have the same names.</summary>
internal sealed class SqliteWrites(UpdateSqlGeneratorDependencies dependencies) : SqliteUpdateSqlGenerator(dependencies)
{
    protected override void AppendInsertCommandHeader(StringBuilder commandStringBuilder, string name, string? schema, IReadOnlyList<IColumnModification> operations) =>
        ToTable(commandStringBuilder, "INSERT INTO ", b => base.AppendInsertCommandHeader(b, name, schema, operations));

    protected override void AppendUpdateCommandHeader(StringBuilder commandStringBuilder, string name, string? schema, IReadOnlyList<IColumnModification> operations) =>
        ToTable(commandStringBuilder, "UPDATE ", b => base.AppendUpdateCommandHeader(b, name, schema, operations));

    protected override void AppendDeleteCommandHeader(StringBuilder commandStringBuilder, string name, string? schema) =>
        ToTable(commandStringBuilder, "DELETE FROM ", b => base.AppendDeleteCommandHeader(b, name, schema));

    private static void ToTable(StringBuilder command, string verb, Action<StringBuilder> append)
    {
        var start = command.Length;
        append(command);
        if (!command.ToString(start, verb.Length).Equals(verb, StringComparison.Ordinal)) throw new InvalidOperationException($"A write does not begin with {verb}.");
        command.Insert(start + verb.Length, "main.");
    }
}
