namespace ResilienceMonitor.Services.Pages;

/// <summary>A value of an item in words.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value.</param>
/// <param name="Property">Name of its property as in JSON, by which its origin is found.</param>
/// <param name="Why">How a computed value came about.</param>
public sealed record Fact(string Label, string Value, string Property, string? Why = null);
