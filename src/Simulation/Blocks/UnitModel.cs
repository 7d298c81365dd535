using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Bodies and gates that wait for one another in a circle and so must be played together; nearly always one body, or one gate. Units are played one
/// after the other: what a unit waits for outside itself is known when its turn comes.
/// </summary>
/// <remarks>
/// Everything that waits for something is a slot. Slot i is resource i: its work if it was damaged or stopped, else its return with what it needs.
/// Then follow the slots of the needs of resources whose prerequisites differ from their needs, then the gates. A slot waits for terms: a resource
/// of the unit that is needed without alternative, or a group of which one member will do.
/// </remarks>
internal sealed class UnitModel
{
    public required CompiledBody[] Bodies { get; init; }

    /// <summary>Their numbers in the model.</summary>
    public required int[] BodyNumbers { get; init; }

    /// <summary>Numbers of its resources in the model: body by body, the most urgent first.</summary>
    public required int[] Resources { get; init; }

    /// <summary>The resources of each body begin here; one more entry for the end.</summary>
    public required int[] FirstOfBody { get; init; }

    /// <summary>Place of the body of each resource.</summary>
    public required int[] BodyOf { get; init; }

    /// <summary>Equal parts of each resource's work; a fleet counts its batches.</summary>
    public required int[] Parts { get; init; }

    public required bool[] IsFleet { get; init; }

    /// <summary>Slot of the needs of each resource whose prerequisites differ; -1: they are the same.</summary>
    public required int[] NeedSlot { get; init; }

    /// <summary>Numbers of its gates in the model.</summary>
    public required int[] Gates { get; init; }

    public required int FirstGateSlot { get; init; }

    public int Slots => FirstGateSlot + Gates.Length;

    /// <summary>For each slot the number of terms inside the unit.</summary>
    public required int[] Terms { get; init; }

    /// <summary>Slots that wait for each resource without alternative.</summary>
    public required IntLists SlotsAfter { get; init; }

    /// <summary>Groups with alternatives that each resource is in.</summary>
    public required IntLists GroupsWith { get; init; }

    /// <summary>The slot of each group.</summary>
    public required int[] SlotOfGroup { get; init; }

    /// <summary>How many members of each group are in the unit.</summary>
    public required int[] GroupSize { get; init; }

    /// <summary>Members of each group outside the unit, by their numbers in the model.</summary>
    public required int[][] GroupOutside { get; init; }

    /// <summary>What each slot waits for outside the unit; null: nothing.</summary>
    public required Outside?[] OutsideOf { get; init; }

    /// <summary>Slots of gates that come after each gate of the unit.</summary>
    public required IntLists GateSlotsAfterGate { get; init; }

    /// <summary>Resources of which some hit waits for each gate of the unit.</summary>
    public required IntLists ResourcesAfterGate { get; init; }

    /// <summary>Gates of the unit for which some hit of each resource waits, by their place in the unit.</summary>
    public required IntLists GatesBefore { get; init; }

    /// <summary>The set of gates outside the unit that every hit of the resource waits for; -1: hits differ.</summary>
    public required int[] GateSet { get; init; }

    /// <summary>Gates of each set, by their numbers in the model.</summary>
    public required int[][] GateSets { get; init; }

    /// <summary>Resources, each after what it needs inside the unit.</summary>
    public required int[] InOrder { get; init; }

    /// <summary>For each resource the groups it needs that have a member in the unit; members by their numbers in the model.</summary>
    public required int[][][] Needs { get; init; }

    public int Count => Resources.Length;

    /// <summary>How its runs are played in lockstep; null: they are played one after the other.</summary>
    public LockstepPlan? Lockstep { get; set; }
}

/// <summary>What a slot waits for outside its unit.</summary>
/// <param name="Resources">All of these.</param>
/// <param name="Groups">One of each of these.</param>
/// <param name="Gates">All of these.</param>
internal sealed record Outside(int[] Resources, int[][] Groups, int[] Gates);
