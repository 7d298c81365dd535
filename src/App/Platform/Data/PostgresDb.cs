using Microsoft.EntityFrameworkCore;

namespace ResilienceMonitor.Platform.Data;

/// <summary>The database on a server. A type of its own because each kind of database has its own migrations.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, AppDbParts parts) : AppDb(options, parts);
