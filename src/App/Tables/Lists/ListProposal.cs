using ResilienceMonitor.Services;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>A change that a list proposes. A person takes it or leaves it.</summary>
/// <param name="Id">Stable as long as list and model say the same.</param>
/// <param name="Item">What it is about: section and key.</param>
/// <param name="Rows">Numbers of the rows that say it.</param>
/// <param name="What">What changes, in words.</param>
/// <param name="Now">What the model says now.</param>
/// <param name="Then">What the list says.</param>
public sealed record ListProposal(string Id, string Item, IReadOnlyList<int> Rows, string What, string Now, string Then)
{
    /// <summary>A person has set the present value: it stays unless a person wants the other one.</summary>
    public bool AgainstPerson { get; init; }

    /// <summary>The list gives a hint, no more.</summary>
    public bool IsHint { get; init; }

    public bool Suggested => !AgainstPerson && !IsHint;

    internal Func<BodyModel, BodyModel> Apply { get; init; } = m => m;
}
