using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>
/// Forges what lets somebody in, as often as it is told to, against the real handlers: changed bytes, shortened, lengthened and swapped
/// values, and genuine ones without anything behind them. What it counts as accepted must stay zero.
/// </summary>
public sealed class Forgery(Person person, IServiceProvider services, Func<string, Task<bool>> accepts)
{
    public sealed record Count(string What, int Attempts, int Accepted);

    /// <summary>Whether the real handler takes the cookie.</summary>
    public static async Task<bool> IsSignedIn(IServiceProvider services, string cookie)
    {
        // A scope for each request, as in a server: the framework keeps the answer of a handler for as long.
        await using var scope = services.CreateAsyncScope();
        var http = Person.Request(scope.ServiceProvider);
        http.Request.Headers.Cookie = $"resmon={cookie}";
        return (await http.AuthenticateAsync(SignIn.Scheme)).Succeeded;
    }

    /// <param name="attempts">For each kind.</param>
    public async Task<IReadOnlyList<Count>> Run(int attempts)
    {
        var sessions = services.GetRequiredService<Sessions>();
        var cookies = services.GetRequiredService<SessionCookie>();
        var genuine = cookies.ValueOf(await sessions.Begin(person.User.Id, "password", null, default));
        var ended = await sessions.Begin(person.User.Id, "password", null, default);
        await sessions.End(ended, default);
        return
        [
            await Each("cookie, changed", attempts, i => accepts(Changed(genuine, i))),
            await Each("cookie, genuine without a session", attempts, i => accepts(cookies.ValueOf(i == 0 ? ended : RandomNumberGenerator.GetBytes(32)))),
            await Each("note of a step, changed", attempts, Note(services.GetRequiredService<ShortNote>())),
            await Each("form token, changed", attempts, Token(services.GetRequiredService<IAntiforgery>())),
            await Passkeys(attempts),
        ];
    }

    private static async Task<Count> Each(string what, int attempts, Func<int, Task<bool>> attempt)
    {
        var accepted = 0;
        for (var i = 0; i < attempts; i++)
            if (await attempt(i)) accepted++;
        return new(what, attempts, accepted);
    }

    private static Func<int, Task<bool>> Note(ShortNote notes)
    {
        var genuine = notes.Write("second-step", "somebody");
        return i => Task.FromResult(notes.Read("second-step", Changed(genuine, i)) is not null || notes.Read("passkey-sign-in", genuine) is not null);
    }

    private Func<int, Task<bool>> Token(IAntiforgery antiforgery)
    {
        var asked = antiforgery.GetTokens(Person.Request(services));
        return async i =>
        {
            var http = Person.Request(services);
            var (cookie, form) = i % 2 == 0 ? (asked.CookieToken!, Changed(asked.RequestToken!, i / 2)) : (Changed(asked.CookieToken!, i / 2), asked.RequestToken!);
            http.Request.Headers.Cookie = $"resmon.form={cookie}";
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.Form = new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { [asked.FormFieldName] = form });
            return await antiforgery.IsRequestValidAsync(http);
        };
    }

    private async Task<Count> Passkeys(int attempts)
    {
        using var device = await person.AddPasskey();
        var passkeys = services.GetRequiredService<OwnPasskeys>();
        var question = (await passkeys.AskToSignIn(Person.Request(services))).Value;
        var genuine = device.Sign(question.Options, person.User.Id, Person.Origin);
        var count = await Each("passkey, changed", attempts, async i =>
        {
            var changed = ChangedJson(genuine, i);
            return changed != genuine && (await person.Answer(question.Note, changed)).Refusal is null;
        });

        // The one that was changed is good: otherwise nothing was proven.
        return (await person.Answer(question.Note, genuine)).Refusal is null ? count : count with { Accepted = -1 };
    }

    // One bit in turn of every byte; then random bytes, shortened, lengthened and swapped.
    private static string Changed(string value, int i)
    {
        var bytes = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(value);
        switch (i % 5)
        {
            case 0: bytes[i / 5 % bytes.Length] ^= (byte)(1 << (i / 5 / bytes.Length % 8)); break;
            case 1: bytes[RandomNumberGenerator.GetInt32(bytes.Length)] ^= (byte)RandomNumberGenerator.GetInt32(1, 256); break;
            case 2: bytes = bytes[..RandomNumberGenerator.GetInt32(bytes.Length)]; break;
            case 3: bytes = [.. bytes, .. RandomNumberGenerator.GetBytes(RandomNumberGenerator.GetInt32(1, 40))]; break;
            default: var at = RandomNumberGenerator.GetInt32(1, bytes.Length - 1); bytes = [.. bytes[at..], .. bytes[..at]]; break;
        }

        return Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(bytes);
    }

    private static string ChangedJson(string credential, int i)
    {
        var fields = System.Text.Json.Nodes.JsonNode.Parse(credential)!;
        var response = fields["response"]!.AsObject();
        var name = new[] { "clientDataJSON", "authenticatorData", "signature" }[i % 3];
        response[name] = Changed((string)response[name]!, i / 3);
        return fields.ToJsonString();
    }
}
