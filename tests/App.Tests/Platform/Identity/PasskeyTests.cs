using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>A passkey lets its owner in, and nothing that only looks like it.</summary>
public sealed class PasskeyTests
{
    [Theory, EveryDatabase]
    public Task A_passkey_signs_its_owner_in_again_and_again(TestApp app) => With(app, async (_, person) =>
    {
        using var device = await person.AddPasskey();
        for (device.Count = 1; device.Count < 4; device.Count++)
            Assert.Equal(person.User.Id, (await person.SignInWith(o => device.Sign(o, person.User.Id, Person.Origin))).Value.User.Id);
    });

    [Theory, EveryDatabase]
    public Task What_only_looks_like_it_is_refused(TestApp app) => With(app, async (services, person) =>
    {
        var user = person.User.Id;
        using var device = await person.AddPasskey();
        var other = await Person.In(services, "other");
        using var foreign = await other.AddPasskey();
        using var twin = new SoftAuthenticator { Id = device.Id, Count = 99 };
        device.Count = 5;
        Assert.Null((await person.SignInWith(o => device.Sign(o, user, Person.Origin))).Refusal);
        device.Count = 6;
        foreach (var (what, lie) in new (string, Func<string, string>)[]
        {
            ("origin of somebody else", o => device.Sign(o, user, "https://localhost.example")),
            ("plain connection from elsewhere", o => device.Sign(o, user, "http://127.0.0.1:5080")),
            ("other domain", o => device.Sign(o, user, Person.Origin, domain: "example.org")),
            ("other challenge", o => device.Sign(o, user, Person.Origin, challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
            ("owner not verified", o => device.Sign(o, user, Person.Origin, SoftAuthenticator.Present)),
            ("owner not present", o => device.Sign(o, user, Person.Origin, SoftAuthenticator.Verified)),
            ("credential of somebody else", o => foreign.Sign(o, user, Person.Origin)),
            ("owner of somebody else", o => device.Sign(o, other.User.Id, Person.Origin)),
            ("other key under the same id", o => twin.Sign(o, user, Person.Origin)),
            ("no answer", _ => "{}"),
            ("no JSON", _ => "passkey"),
        })
            Assert.True((await person.SignInWith(lie)).Refusal?.Code == "passkey.refused", what);
        device.Count = 5;
        Assert.Equal("passkey.refused", (await person.SignInWith(o => device.Sign(o, user, Person.Origin))).Refusal?.Code);
        device.Count = 7;
        Assert.Null((await person.SignInWith(o => device.Sign(o, user, Person.Origin))).Refusal);
    });

    [Theory, EveryDatabase]
    public Task An_answer_is_good_once_even_when_the_device_does_not_count(TestApp app) => With(app, async (services, person) =>
    {
        using var device = await person.AddPasskey();
        var question = (await services.GetRequiredService<OwnPasskeys>().AskToSignIn(Person.Request(services))).Value;
        var answer = device.Sign(question.Options, person.User.Id, Person.Origin);
        Assert.Null((await person.Answer(question.Note, answer)).Refusal);
        Assert.Equal("passkey.refused", (await person.Answer(question.Note, answer)).Refusal?.Code);
    });

    [Theory, EveryDatabase]
    public Task A_question_is_good_for_a_short_while(TestApp app) => With(app, async (services, person) =>
    {
        using var device = await person.AddPasskey();
        var question = (await services.GetRequiredService<OwnPasskeys>().AskToSignIn(Person.Request(services))).Value;
        app.Clock.Advance(SignInLimits.Step + NodaTime.Duration.FromSeconds(2));
        Assert.Equal("passkey.refused", (await person.Answer(question.Note, device.Sign(question.Options, person.User.Id, Person.Origin))).Refusal?.Code);
    });

    [Theory, EveryDatabase]
    public Task The_last_way_to_sign_in_stays(TestApp app) => With(app, async (services, person) =>
    {
        using var device = await person.AddPasskey();
        var passkeys = services.GetRequiredService<OwnPasskeys>();
        person.User.PasswordHash = null;
        await services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>().UpdateAsync(person.User);
        var only = Assert.Single(await passkeys.List(person.User.Id));
        Assert.Equal("passkey.last-way", (await passkeys.Remove(person.User.Id, OwnPasskeys.IdOf(only), default))?.Code);
    });

    private static Task<bool> With(TestApp app, Func<IServiceProvider, Person, Task> test) => app.UseAs<IServiceProvider, bool>(Actor.Nobody, async (services, _) =>
    {
        await test(services, await Person.In(services));
        return true;
    });
}
