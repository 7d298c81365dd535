using System.CommandLine;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>The variables of the environment that name a database count for the whole process, so nothing else runs beside these tests.</summary>
[CollectionDefinition(nameof(CommandIsolationTests), DisableParallelization = true)]
public sealed class CommandCollection;

/// <summary>
/// Every command of <c>resmon</c>, called with a token of one town and ids of its own, of another town, missing and removed ones: no mark of the other town on
/// either output or in a file, and foreign and missing end alike.
/// </summary>
[Collection(nameof(CommandIsolationTests))]
public sealed partial class CommandIsolationTests : IDisposable
{
    private static readonly string[] NamesNothing = ["--help", "--data", "--token", "--out", "--json", "--runs", "--seed", "--accuracy", "--threads", "--budget", "--dry-run", "--to", "--keep", "--new-key", "--key-file", "--replace", "--tokens", "--package", "--old-key-file", "--train", "--given-first", "--good-rows", "--complete", "--template", "--provider-structure", "--provider-chance", "--lang", "--hours"];
    private readonly string place = Directory.CreateTempSubdirectory("resmon-commands-").FullName;

    [Theory, EveryDatabase]
    public async Task No_command_shows_anything_of_others(TestApp app)
    {
        var towns = await PlantedTown.Plant(app, 2);
        var asker = new Asker("token", Actor.Nobody, towns[1], towns[0]);
        using var environment = new Surroundings(app, place);

        // The accounts for the safe are for the day when nobody gets in: made for any body of the installation, and shown nothing of it. Later its key
        // names two bodies, because the other town has entered one, too.
        var safe = await Run(["break-glass", "--body", asker.Body(IdCase.Foreign), "--data", environment.Data]);
        Assert.True(safe.Code == ExitCode.Done && Marks.Foreign(safe.Text, null).Count == 0, safe.Text);
        var before = await Rows.Of(app, [towns[0].Body, towns[0].Entered]);
        var wrong = new List<string>();
        var (ownSeen, backedUp) = (0, false);
        foreach (var command in Commands())
        {
            var calls = CallsOf(command).ToList();
            foreach (var call in calls)
            {
                Answer? missing = null;
                var names = !call(asker, IdCase.Own).SequenceEqual(call(asker, IdCase.Missing));
                foreach (var id in names ? (IdCase[])[.. Asker.Absent, IdCase.Own] : [IdCase.Own])
                {
                    var answer = await Run([.. call(asker, id), "--data", environment.Data, "--token", $"{AuthenticateToken.Prefix}{asker.Town.Token.Write('_')}"]);
                    if (answer.Code == ExitCode.Failure) wrong.Add($"{command.Name}, {id} failed: {answer.Text}");
                    if (Marks.Foreign(answer.Text, asker.Town.Number) is { Count: > 0 } marks) wrong.Add($"{command.Name}, {id} shows {string.Join(", ", marks)}");
                    if (id == IdCase.Own && answer.Text.Contains(asker.Town.Mark, StringComparison.Ordinal)) ownSeen++;
                    backedUp |= command.Name == "backup" && answer.Code == ExitCode.Done;
                    missing ??= answer;
                    // A package brings a removed body of one's own back.
                    if (id != IdCase.Own && !(id == IdCase.Removed && command.Name == "import") && (answer.Code != missing.Code || Answers.Difference(missing.Text, answer.Text) is not null))
                        wrong.Add($"{string.Join(' ', call(asker, id))}: {id} differs from missing: {missing} | {answer}");
                }
            }

            // Without a token there is nobody to act for once there are accounts.
            if (calls is not [var first, ..]) continue;
            var nobody = await Run([.. first(asker, IdCase.Foreign), "--data", environment.Data]);
            if (Marks.Foreign(nobody.Text, null).Count > 0) wrong.Add($"{command.Name} without a token shows {nobody.Text}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        Assert.True(backedUp, "No backup was made.");
        Assert.True(ownSeen > 3, $"The own mark was seen {ownSeen} times only.");
        foreach (var (table, rows) in await Rows.Of(app, [towns[0].Body, towns[0].Entered])) Assert.True(before[table] == rows, $"{table} of the other town changed.");
    }

    [Theory, EveryDatabase]
    public async Task Before_the_first_account_the_local_owner_sees_every_body(TestApp app)
    {
        await app.CreateTown("ags:11111111", 900, b => b with { Name = Marks.Of(1) });
        using var environment = new Surroundings(app, place);
        var answer = await Run(["export", "--body", "ags:11111111", "--data", environment.Data]);
        Assert.True(answer.Code == ExitCode.Done && answer.Text.Contains(Marks.Of(1), StringComparison.Ordinal), answer.Text);
    }

    public void Dispose() => Directory.Delete(place, recursive: true);

    // What replaces things comes last.
    private static IEnumerable<Command> Commands()
    {
        var context = new CommandContext(new CommandOutput(TextWriter.Null, TextWriter.Null, false), Features.Add);
        return Features.Verbs.Select(v => v.Build(context)).SelectMany(All).OrderBy(c => c.Name.StartsWith("import", StringComparison.Ordinal));
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(All);

    private IEnumerable<Func<Asker, IdCase, string[]>> CallsOf(Command command)
    {
        var calls = Calls(command.Name).ToList();
        var given = calls.SelectMany(c => c(new Asker("", Actor.Nobody, new PlantedTown(1), new PlantedTown(0)), IdCase.Own)).ToHashSet(StringComparer.Ordinal);
        if (calls.Count > 0) Assert.Empty(command.Options.Select(o => o.Name).Where(o => !NamesNothing.Contains(o) && !given.Contains(o)).Select(o => $"Say in {nameof(CommandIsolationTests)} what {command.Name} {o} names."));
        return calls;
    }

    private IEnumerable<Func<Asker, IdCase, string[]>> Calls(string command) => command switch
    {
        "import" => [(a, id) => ["import", PackageOf(a, id)], (a, id) => ["import", ListOf(a, id), "--region", a.Item(id)], (a, id) => ["import", ListOf(a, id), "--dry-run"]],
        "import-tables" => [(a, id) => ["import-tables", Written("asked-tables.csv", $"Schlüssel;Name;Art\n{a.Item(id)};Neu;Server\n"), "--body", a.Body(id)]],
        "export-tables" => [(a, id) => ["export-tables", "--body", a.Body(id), "--out", Fresh(".zip")]],
        "export" => [(a, id) => ["export", "--body", a.Body(id)], (a, id) => ["export", "--region", $"region:{a.Item(id)}"], (a, id) => ["export", "--body", a.Body(id), "--out", Fresh(".json")]],
        "simulate" or "rank" => (IEnumerable<Func<Asker, IdCase, string[]>>)
        [
            (a, id) => [command, "--body", a.Body(id), "--scenario", "provider-encryption", "--runs", "2"],
            (a, id) => [command, "--body", a.Body(IdCase.Own), "--scenario", a.Item(id), "--runs", "2"],
            (a, id) => [command, "--region", $"region:{a.Item(id)}", "--scenario", "provider-encryption", "--runs", "2", "--json"],
            (a, id) => [command, "--body", a.Body(IdCase.Own), "--scenario", "provider-encryption", "--provider", a.Body(id), "--runs", "2"],

            // Run on the file alone.
            .. command == "rank" ? [] : (Func<Asker, IdCase, string[]>[])
            [
                (a, id) => [command, "--package", PackageOf(a, id), "--scenario", "provider-encryption", "--runs", "2"],
                (a, id) => [command, "--administrations", ListOf(a, id), "--scenario", "provider-encryption", "--runs", "2", "--provider-structure", "none"],
            ],
        ],
        "remaining" =>
        [
            (a, id) => [command, "--body", a.Body(id), "--scenario", "provider-encryption", "--hours", "50", "--runs", "2"],
            (a, id) => [command, "--body", a.Body(IdCase.Own), "--scenario", a.Item(id), "--hours", "50", "--runs", "2"],
            (a, id) => [command, "--region", $"region:{a.Item(id)}", "--scenario", "provider-encryption", "--hours", "50", "--runs", "2", "--json"],
            (a, id) => [command, "--body", a.Body(IdCase.Own), "--scenario", "provider-encryption", "--provider", a.Body(id), "--hours", "50", "--runs", "2"],
            (a, id) => [command, "--body", a.Body(IdCase.Own), "--scenario", "provider-encryption", "--hours", "50", "--back", $"service:{a.Item(id)}@20", "--back", $"resource:{a.Item(id)}@20", "--runs", "2"],
            (a, id) => [command, "--package", PackageOf(a, id), "--scenario", "provider-encryption", "--hours", "50", "--others-stand-still", "--runs", "2"],
        ],
        "report" =>
        [
            (a, id) => [command, "situation", "--body", a.Body(id), "--out", Fresh(".docx")],
            (a, id) => [command, "situation", "--body", a.Body(IdCase.Own), "--scenario", a.Item(id), "--out", Fresh(".docx")],
        ],
        "explain" => [(a, id) => ["explain", "--resource", a.Item(id), "--body", a.Body(IdCase.Own)], (a, id) => ["explain", "--resource", a.Item(IdCase.Own), "--body", a.Body(id)], (a, id) => ["explain", "--resource", a.Item(id)]],
        // Whoever runs the installation names any body of it; see below.
        "break-glass" => [(a, _) => ["break-glass", "--body", a.Body(IdCase.Own)]],
        "jobs" => [(_, _) => ["jobs"], (_, _) => ["jobs", "--json"]],
        // Read files and no database.
        "validate" or "calibrate" => [(_, _) => [command, Path.Combine(place, "none")]],
        "doctor" => [(_, _) => ["doctor"]],
        "backup" => [(_, _) => ["backup", "--key-file", Key(), "--to", Fresh(".backup")]],
        "verify" or "restore" => [(_, _) => [command, Path.Combine(place, "none.backup"), "--key-file", Key()]],
        "rotate-keys" => [(_, _) => ["rotate-keys"]],

        // Runs until it is stopped; what it answers is the matter of IsolationTests.
        "serve" => [],
        _ => throw new InvalidOperationException($"Say in {nameof(CommandIsolationTests)} how {command} is called with own, foreign, missing and removed ids."),
    };

    private async Task<Answer> Run(string[] arguments)
    {
        foreach (var old in Directory.EnumerateFiles(place, "written*")) File.Delete(old);
        await using var said = new StringWriter();
        var (console, error) = (Console.Out, Console.Error);
        (int Code, string Text) ended;
        try
        {
            Console.SetOut(said);
            Console.SetError(said);
            ended = (await Resmon.Run(arguments, new CommandOutput(said, said, Interactive: false)), said.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(error);
        }

        var files = Directory.EnumerateFiles(place, "written*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f, System.Text.Encoding.Latin1));
        return new Answer(ended.Code, Asked().Replace($"{ended.Text}\n{string.Join('\n', files)}".Replace(place, "", StringComparison.Ordinal), "FILE"));
    }

    private string PackageOf(Asker asker, IdCase id) => Written($"asked-{id}.json", JsonBodies.Of(typeof(Package), id, asker).Single());

    private string ListOf(Asker asker, IdCase id) => Written($"asked-{id}.csv", $"AGS;Name;Einwohner\n{asker.Body(id)[4..]};Neu;900\n");

    private string Written(string name, string content)
    {
        var file = Path.Combine(place, name);
        File.WriteAllText(file, content);
        return file;
    }

    private string Fresh(string ending) => Path.Combine(place, $"written{ending}");

    private string Key()
    {
        var file = Path.Combine(place, "key");
        if (!File.Exists(file)) ResilienceMonitor.Platform.Backup.Sealing.KeyFile.Create(file);
        return file;
    }

    [GeneratedRegex("asked-[A-Za-z]+")]
    private static partial Regex Asked();

    private sealed record Answer(int Code, string Text);

    /// <summary>The database of the test as a person in front of a terminal names it.</summary>
    private sealed class Surroundings : IDisposable
    {
        public Surroundings(TestApp app, string place)
        {
            Data = app.Choice is DatabaseChoice.Sqlite file ? Path.GetDirectoryName(file.File)! : Path.Combine(place, "data");
            if (app.Choice is not DatabaseChoice.Postgres postgres) return;
            Environment.SetEnvironmentVariable("RESMON_POSTGRES", postgres.ConnectionString);
            Environment.SetEnvironmentVariable("RESMON_POSTGRES_OWNER", postgres.Owner);
        }

        public string Data { get; }

        public void Dispose()
        {
            Environment.SetEnvironmentVariable("RESMON_POSTGRES", null);
            Environment.SetEnvironmentVariable("RESMON_POSTGRES_OWNER", null);
            SqliteConnection.ClearAllPools();
        }
    }
}
