namespace ResilienceMonitor.Platform.Identity;

/// <summary>How an attempt to sign in ended.</summary>
/// <param name="User">Who it is, once that is proven.</param>
/// <param name="Method">See <see cref="Session.Method"/>.</param>
/// <param name="NextStep">A code is still needed: the note the form carries along.</param>
public sealed record SignInAttempt(User User, string Method, string? NextStep);
