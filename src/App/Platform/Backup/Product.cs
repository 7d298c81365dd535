using System.Reflection;

namespace ResilienceMonitor.Platform.Backup;

/// <summary>Which version of the program this is.</summary>
internal static class Product
{
    public static string Version { get; } = typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";
}
