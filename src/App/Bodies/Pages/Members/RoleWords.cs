using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Pages.Members;

/// <summary>Roles in words.</summary>
internal static class RoleWords
{
    public static IReadOnlyList<Choice> Choices =>
        [.. Enum.GetValues<Role>().Where(r => r != Role.Respondent).Select(r => new Choice(r.ToString(), Of(r), PeopleTexts.Get($"role.{r}.hint")))];

    public static string Of(Role role) => PeopleTexts.Get($"role.{role}");

    public static string Of(IEnumerable<Role> roles) => string.Join(", ", roles.Select(Of));

    public static IReadOnlyList<Role> Read(IEnumerable<string>? ticked) =>
        [.. (ticked ?? []).Select(t => Enum.TryParse<Role>(t, out var role) ? role : (Role?)null).OfType<Role>()];
}
