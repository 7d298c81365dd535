namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>A sign-in that somebody began here and that a provider is to answer.</summary>
/// <param name="Provider">Key of the provider that may answer.</param>
/// <param name="State">Comes back in the address: the answer belongs to this browser.</param>
/// <param name="Nonce">Comes back in the token: it was made for this sign-in.</param>
/// <param name="Verifier">Proves to the provider that the code is used by who asked for it.</param>
/// <param name="ReturnTo">Where the person goes afterwards.</param>
/// <param name="Again">The account that proves itself again; null: anybody may sign in.</param>
public sealed record PendingSignIn(string Provider, string State, string Nonce, string Verifier, string ReturnTo, Guid? Again);
