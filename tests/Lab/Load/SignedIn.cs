using System.Net;
using ResilienceMonitor.Lab.Servers;

namespace ResilienceMonitor.Lab.Load;

/// <summary>A person who signed in by the form, and asks for pages.</summary>
internal sealed class SignedIn : IDisposable
{
    private readonly Visitor browser = new();
    private readonly Uri server;

    private SignedIn(Uri server, Person person) => (this.server, Who) = (server, person);

    public Person Who { get; }

    public static async Task<SignedIn> At(Uri server, Person person, CancellationToken ct)
    {
        var made = new SignedIn(server, person);
        await made.browser.Submit(new Uri(server, "/sign-in"), ct, ("Input.Name", person.UserName), ("Input.Password", Accounts.Password));
        var account = await made.Ask("/account", "/account", ct);
        return account.Failure is null ? made : throw new InvalidOperationException($"{person.UserName} could not sign in: {account.Failure}");
    }

    public async Task<Sample> Ask(string page, string address, CancellationToken ct)
    {
        var asked = new Uri(server, address);
        var answer = await browser.Time(asked, ct);
        var came = answer.Address == asked && (answer.Status == HttpStatusCode.OK || (page == "/not-found" && answer.Status == HttpStatusCode.NotFound));
        return new Sample(page, answer.Took.TotalMilliseconds, answer.Bytes, came ? null : $"{Who.UserName} {address}: {(int)answer.Status} {answer.Address}");
    }

    public void Dispose() => browser.Dispose();
}

/// <summary>One answer.</summary>
/// <param name="Page">Route of the page.</param>
/// <param name="Milliseconds">From sending to the last byte.</param>
/// <param name="Bytes">Length of the answer.</param>
/// <param name="Failure">Null: the page that was asked for came.</param>
internal sealed record Sample(string Page, double Milliseconds, int Bytes, string? Failure);
