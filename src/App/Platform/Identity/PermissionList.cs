using System.Reflection;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Every permission the features declare, by code.</summary>
public sealed class PermissionList
{
    private readonly SortedDictionary<string, Permission> all = new(
        typeof(Permission).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(Permission)).Select(f => (Permission)f.GetValue(null)!).DistinctBy(p => p.Code).ToDictionary(p => p.Code),
        StringComparer.Ordinal);

    public IEnumerable<Permission> All => all.Values;

    public Permission? Find(string code) => all.GetValueOrDefault(code);

    /// <summary>What an actor could hand to a program: what they may themselves, as far as programs may it at all.</summary>
    public IReadOnlyList<Permission> HeldBy(Actor actor) => [.. All.Where(p => !p.PeopleOnly && actor.May(p))];
}
