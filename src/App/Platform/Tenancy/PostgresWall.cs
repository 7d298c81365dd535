using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// Tells PostgreSQL with every transaction for which bodies it is, by <c>SET LOCAL</c>, so that nothing of it stays on a pooled connection.
/// A statement outside a transaction carries the setting in front of it: the server runs both in one.
/// </summary>
public sealed class PostgresWall : DbCommandInterceptor, IDbTransactionInterceptor
{
    public static PostgresWall Instance { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Prefix(command, eventData.Context, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Prefix(command, eventData.Context, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Prefix(command, eventData.Context, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Prefix(command, eventData.Context, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Prefix(command, eventData.Context, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Prefix(command, eventData.Context, result));

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = Setting(connection, result, eventData.Context);
        command.ExecuteNonQuery();
        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = Setting(connection, result, eventData.Context);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    // The scope consists of ids only, so nothing in it can end the text.
    private static string Text(DbContext? context)
    {
        var scope = context is AppDb db ? db.Actor.Scope : TenantScope.None;
        var acting = scope.Acting is { } body ? body.Value.ToString("D") : "";
        var mode = scope switch { { All: true } => "owner", { ListsTenants: true } => "lists", _ => "" };
        return $"SET LOCAL resmon.scope = '{acting}/{scope.User:D}/{mode}';";
    }

    private static DbCommand Setting(DbConnection connection, DbTransaction transaction, DbContext? context)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Text(context);
        return command;
    }

    private static T Prefix<T>(DbCommand command, DbContext? context, T result)
    {
        if (command.Transaction is null) command.CommandText = Text(context) + command.CommandText;
        return result;
    }
}
