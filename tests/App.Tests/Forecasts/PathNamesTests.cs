using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Ui;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

public sealed class PathNamesTests
{
    private const string Key = "ags:05958004";

    [Theory, EveryDatabase]
    public async Task What_a_provider_restores_is_one_step_without_its_hours(TestApp app)
    {
        using var _ = new InLanguage("de");
        await app.CreateTown(Key, 18_000);
        var selection = new Selection { Body = Key, Scenario = "provider-encryption", Runs = 100 };
        var explained = (await app.Use<ExplainService, Result<ExplainedService>>((u, ct) => u.Run(selection, Key, "residence-registration", ct))).Value;
        var others = explained.Path.Steps.Where(s => s.Kind != CriticalStepKind.Gate && s.Entity.Body != Key).ToList();
        Assert.True(others.Count > 2);
        var sentences = await app.Use<PathNames, IReadOnlyList<string>>((u, _) => Task.FromResult(u.Sentences(explained.Outage, explained.Path, Key)));
        Assert.True(sentences.Count <= explained.Path.Steps.Count - others.Count + 2);
        Assert.DoesNotContain(sentences, s => s.Contains("wird wiederhergestellt", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.Contains("stellt wieder her, was die Leistung braucht", StringComparison.Ordinal));

        // The provider itself sees each of its steps.
        var own = await app.Use<PathNames, IReadOnlyList<string>>((u, _) => Task.FromResult(u.Sentences(explained.Outage, explained.Path, others[0].Entity.Body)));
        Assert.Contains(own, s => s.Contains("wird wiederhergestellt", StringComparison.Ordinal));
    }
}
