namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>Identity of a body inside this installation; part of the key of everything the body owns.</summary>
public readonly record struct BodyId(Guid Value)
{
    public static BodyId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
