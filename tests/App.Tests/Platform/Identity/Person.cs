using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>Somebody with an account, and a browser that talks to the services without a network.</summary>
public sealed class Person(IServiceProvider services, User user)
{
    public const string Origin = "http://localhost:5080";
    public const string Password = "lila Regenschirm tanzt";

    public User User => user;

    public static async Task<Person> In(IServiceProvider services, string name = "m.beispiel")
    {
        var user = new User { UserName = name, DisplayName = "M. Beispiel", CreatedAt = NodaTime.Instant.FromUtc(2026, 11, 1, 8, 0) };
        var made = await services.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        return new Person(services, user);
    }

    /// <summary>From another network address each time, so that no limit hides what a check would have let through.</summary>
    public static DefaultHttpContext Request(IServiceProvider services) => new()
    {
        RequestServices = services,
        Request = { Scheme = "http", Host = new HostString("localhost", 5080), Method = "POST" },
        Connection = { RemoteIpAddress = new System.Net.IPAddress(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4)) },
    };

    public async Task<SoftAuthenticator> AddPasskey()
    {
        var passkeys = services.GetRequiredService<OwnPasskeys>();
        var (http, device) = (Request(services), new SoftAuthenticator());
        var question = (await passkeys.AskToAdd(user.Id, http)).Value;
        Assert.Null(await passkeys.Add(user.Id, "Test", question.Note, device.Create(question.Options, Origin), http, default));
        return device;
    }

    public async Task<Result<SignInAttempt>> SignInWith(Func<string, string> device)
    {
        var passkeys = services.GetRequiredService<OwnPasskeys>();
        var question = (await passkeys.AskToSignIn(Request(services))).Value;
        return await Answer(question.Note, device(question.Options));
    }

    public Task<Result<SignInAttempt>> Answer(string note, string credential) =>
        services.GetRequiredService<OwnPasskeys>().SignIn(note, credential, Request(services), default);
}
