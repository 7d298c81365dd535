using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Oidc;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

public sealed class IdentityProvidersFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("resmon-providers-").FullName;

    [Fact]
    public void A_provider_with_groups_is_read()
    {
        File.WriteAllText(Path.Combine(folder, "secret"), "geheim\n");
        var provider = Assert.Single(Read("""
            { "providers": [ { "key": "kreis", "name": "Kreis", "issuer": "https://login.kreis-muster.de/realms/a", "clientId": "resmon", "clientSecretFile": "secret",
              "groups": [ { "group": "g-1", "body": "ags:05958004", "roles": ["it", "reader"] } ] } ] }
            """).All);
        Assert.Equal(("geheim", "groups"), (provider.ClientSecret, provider.GroupsClaim));
        Assert.Equal([Role.Reader, Role.It], Assert.Single(provider.Groups).Roles);
        Assert.DoesNotContain("geheim", $"{provider}", StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_said_at_once()
    {
        var problem = Assert.Throws<StartProblem>(() => Read("""
            { "providers": [
              { "key": "Kreis", "issuer": "http://login.kreis-muster.de", "clientId": "", "clientSecretFile": "missing", "colour": "red", "scopes": ["a b"],
                "groups": [ { "group": "g", "body": "b", "roles": ["respondent"] }, { "roles": [] } ] }, 7 ] }
            """));
        foreach (var place in (string[])["providers[0].key", "providers[0].name", "providers[0].issuer", "providers[0].clientId", "providers[0].clientSecretFile", "providers[0].colour",
            "providers[0].scopes[0]", "providers[0].groups[0].roles[0]", "providers[0].groups[1].group", "providers[0].groups[1].body", "providers[0].groups[1].roles", "providers[1]"])
            Assert.Contains($"$.{place}: ", problem.Refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:8080/realms/a", true)]
    [InlineData("https://login.kreis-muster.de", true)]
    [InlineData("http://10.0.0.1", false)]
    [InlineData("https://user@login.kreis-muster.de", false)]
    [InlineData("https://login.kreis-muster.de?tenant=a", false)]
    [InlineData("login.kreis-muster.de", false)]
    public void Only_encrypted_addresses_are_issuers(string issuer, bool right)
    {
        var json = $$"""{ "providers": [ { "key": "k", "name": "K", "issuer": "{{issuer}}", "clientId": "c" } ] }""";
        Assert.Equal(right, Record.Exception(() => Read(json)) is null);
    }

    [Fact]
    public void What_is_no_json_is_said_with_its_line() =>
        Assert.Contains("2", Assert.Throws<StartProblem>(() => Read("{\n  providers }")).Refusal.Sentence, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IdentityProviders Read(string json)
    {
        var path = Path.Combine(folder, IdentityProvidersFile.Name);
        File.WriteAllText(path, json);
        return IdentityProvidersFile.Read(path);
    }
}
