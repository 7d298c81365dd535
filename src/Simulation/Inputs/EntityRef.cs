namespace ResilienceMonitor.Simulation.Inputs;

/// <summary>Names a resource, service, gate or hit group: the key of its body and its own key within that body.</summary>
/// <remarks>Both keys are logical and stable (never a database id): the random numbers of an entity depend on them alone.</remarks>
/// <param name="Body">Key of the body, for example <c>ags:05958004</c>.</param>
/// <param name="Key">Key within the body, for example <c>directory</c>.</param>
public readonly record struct EntityRef(string Body, string Key)
{
    /// <summary>The form used in messages: <c>body/key</c>.</summary>
    public override string ToString() => $"{Body}/{Key}";
}
