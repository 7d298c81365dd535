using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration.Model;

/// <summary>Keys of the reference model. The luck of a run depends on them: whoever changes one changes its results.</summary>
internal static class ReferenceKeys
{
    public const string Body = "reference";
    public const string Release = "release";
    public const string EmergencyBase = "emergency-base";
    public const string Identity = "identity";
    public const string Servers = "servers";
    public const string FirstFleet = "first-workplaces";
    public const string Fleet = "workplaces";
    public const string Outside = "outside-networks";
    public const string Rest = "rest";
    public const string AnyFleet = "any-workplaces";
    public const string Contact = "contact";

    public static EntityRef Of(string key) => new(Body, key);

    /// <summary>Marks the moment a service is delivered in any way.</summary>
    public static string Anyhow(string service) => $"anyhow:{service}";

    /// <summary>Marks the moment one office delivers a service on its own IT.</summary>
    public static string OneOffice(string service) => $"one-office:{service}";

    /// <summary>Marks the moment so many batches of the workplaces are back.</summary>
    public static string Batches(int batches) => $"{Fleet}:{batches}";

    /// <summary>The application of a service.</summary>
    public static string Application(string service) => $"application:{service}";
}
