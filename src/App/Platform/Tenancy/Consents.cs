using NodaTime;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>Permissions, blocks and limits of consents.</summary>
public static class Consents
{
    public static readonly Permission View = new("consents.view", Identity.Roles.People);
    public static readonly Permission Edit = new("consents.edit", Role.BodyAdministrator) { PeopleOnly = true };
    public static readonly Permission Use = new("consents.use", Role.CoordinationOffice);

    /// <summary>To look at what others offer to whoever works with them: see <see cref="Offered"/>.</summary>
    public static readonly Permission UseOffered = new("consents.use-offered", Identity.Roles.People) { PeopleOnly = true };

    /// <summary>Kind of event that tells of every use.</summary>
    public const string Used = "consents.used";

    public const string Profile = "profile";
    public const string Model = "model";
    public const string Results = "results";

    /// <summary>What a provider says of its restart.</summary>
    public const string Statement = "statement";

    /// <summary>The services a body has published as templates.</summary>
    public const string Templates = "templates";

    /// <summary>Blocks made for the daily work of others, not for a coordination office.</summary>
    public static readonly IReadOnlyList<string> Offered = [Templates, Statement];

    /// <summary>Before the key of a single service.</summary>
    public const string OneService = "services/";

    public static readonly Duration Longest = Duration.FromDays(731);
    public static readonly Duration LongestForAdvisers = Duration.FromDays(90);
}
