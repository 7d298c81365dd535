using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Api;

/// <summary>Who gets what through the interface for programs; the cases are made from its own description.</summary>
public sealed class ApiAccessTests
{
    [Theory, EveryDatabase]
    public async Task Every_operation_asks_for_its_permission_in_every_role(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var operations = (await host.Operations()).Where(o => o.Permission is not null).ToList();
        Assert.True(operations.Count > 35, "Almost no operation was found.");
        var permissions = new PermissionList();
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Respondent))
        {
            var token = await host.Token(towns.A, [role]);

            // Less than the role has: no token decides about people or makes further tokens.
            var given = permissions.HeldBy(Actor.Member(Guid.Empty, TenantScope.None, [role]));
            foreach (var operation in operations)
            {
                var permission = permissions.Find(operation.Permission!)!;
                var may = given.Contains(permission);
                var answer = await host.Send(token, operation.Verb, operation.Address("ags:99999999"), operation.TakesBody ? "{}" : null);
                Assert.True(may == (answer.Status != 403), $"{role} {operation.Verb} {operation.Path}: {answer.Status} {answer.Text}");
                if (!may) Assert.Equal("not-permitted", answer.Code);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task A_token_does_what_its_scopes_say_and_nothing_else(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer], "measures.view");
        foreach (var operation in (await host.Operations()).Where(o => o.Permission is not null))
        {
            var answer = await host.Send(token, operation.Verb, operation.Address(TwoTowns.KeyOfA), operation.TakesBody ? "{}" : null, ("If-Match", "\"1\""));
            Assert.True((operation.Permission == "measures.view") == (answer.Status != 403), $"{operation.Verb} {operation.Path}: {answer.Status}");
        }
    }

    [Theory, EveryDatabase]
    public async Task What_belongs_to_others_is_as_if_it_did_not_exist(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [.. Roles.People]);
        var compared = 0;
        foreach (var operation in (await host.Operations()).Where(o => o.Path.Contains("{body}", StringComparison.Ordinal)))
            foreach (var header in new[] { ("If-Match", "\"1\""), ("If-None-Match", "*") })
            {
                var (foreign, missing) = (await Ask(host, token, operation, TwoTowns.KeyOfB, header), await Ask(host, token, operation, "ags:99999999", header));
                Assert.Equal(missing.Seen, foreign.Seen);
                Assert.DoesNotContain(TwoTowns.SecretOfB, foreign.Text, StringComparison.Ordinal);
                Assert.True(foreign.Status >= 400, $"{operation.Verb} {operation.Path}: {foreign.Status}");
                compared++;
            }

        Assert.True(compared > 60, "Almost nothing was compared.");
        Assert.DoesNotContain(TwoTowns.SecretOfB, (await host.Send(token, "GET", "/api/v1/bodies")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_revoked_token_is_refused_at_once(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.It], "bodies.view");
        Assert.Equal(200, (await host.Send(token, "GET", "/api/v1/bodies")).Status);
        var all = towns.OfA with { SignedInAt = app.Clock.GetCurrentInstant() };
        var id = (await app.UseAs<ListTokens, IReadOnlyList<ApiToken>>(all, (u, ct) => u.Run(ct)))[0].Id;
        Assert.True((await app.UseAs<RevokeToken, Result<bool>>(all, (u, ct) => u.Run(id, ct))).Value);
        foreach (var wrong in new[] { token, "rm_wrong", null })
        {
            var answer = await host.Send(wrong, "GET", "/api/v1/bodies");
            Assert.Equal((401, "not-signed-in"), (answer.Status, answer.Code));
        }
    }

    [Theory, EveryDatabase]
    public async Task Packages_go_out_with_the_scope_and_come_in_whole(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer], "bodies.export", "bodies.edit", "bodies.view", "services.view", "forecasts.simulate", "measures.view", "scenarios.view", "services.edit");
        var package = await host.Send(token, "GET", "/api/v1/bodies/ags%3A11111111/package");
        Assert.Equal(200, package.Status);
        foreach (var address in new[] { "/api/v1/packages?dryRun=true", "/api/v1/packages" })
        {
            var imported = await host.Send(token, "POST", address, package.Text);
            Assert.True(imported.Status == 200, imported.Text);
            Assert.Equal(0, (int)imported.Json["changes"]!);
        }

        Assert.Equal(400, (await host.Send(token, "POST", "/api/v1/packages", "{")).Status);
        var forecast = await host.Send(token, "GET", "/api/v1/bodies/ags%3A11111111/forecast?runs=20&seed=7");
        Assert.True(forecast.Status == 200, forecast.Text);
        Assert.Equal("resmon-forecast", (string)forecast.Json["format"]!);
        Assert.Equal(forecast.Text, (await host.Send(token, "GET", "/api/v1/bodies/ags%3A11111111/forecast?runs=20&seed=7")).Text);
        Assert.Equal("query.wrong", (await host.Send(token, "GET", "/api/v1/bodies/ags%3A11111111/forecast?runs=0")).Code);
        Assert.Equal("scenario.not-found", (await host.Send(token, "GET", "/api/v1/bodies/ags%3A11111111/forecast?scenario=none")).Code);
        Assert.Equal(202, (await host.Send(token, "GET", "/api/v1/bodies/ags%3A11111111/ranking?runs=10")).Status);
    }

    private static Task<ApiAnswer> Ask(ApiHost host, string token, ApiOperationOfDocument operation, string body, (string, string) header) =>
        host.Send(token, operation.Verb, operation.Address(body), operation.TakesBody ? "{}" : null, header);
}
