namespace ResilienceMonitor.Overview;

/// <summary>For whom the server is there.</summary>
public enum ServerMode
{
    /// <summary>The person at this computer, with invented bodies in a database that is thrown away at the end.</summary>
    Demonstration,

    /// <summary>People with accounts.</summary>
    Accounts,
}
