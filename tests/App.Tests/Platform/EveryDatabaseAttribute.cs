using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>Runs a theory on SQLite and on PostgreSQL, each with a fresh <see cref="TestApp"/>. A missing server is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (var make in (Func<Task<TestApp?>>[])[async () => await TestApp.PreparedOnSqlite(), TestApp.PreparedOnPostgres])
        {
            if (await make() is not { } app)
            {
                rows.Add(new TheoryDataRow((object?)null) { Skip = "PostgreSQL is not installed.", TestDisplayName = $"{testMethod.Name} [PostgreSQL]" });
                continue;
            }

            disposalTracker.Add(app);
            rows.Add(new TheoryDataRow(app) { TestDisplayName = $"{testMethod.Name} [{app.Name}]" });
        }

        return rows;
    }

    // The rows hold running applications: they are made when the test runs, not when it is listed.
    public override bool SupportsDiscoveryEnumeration() => false;
}
