using Microsoft.EntityFrameworkCore;

namespace ResilienceMonitor.Platform.Data;

/// <summary>The database as a file. A type of its own because each kind of database has its own migrations.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, AppDbParts parts) : AppDb(options, parts);
