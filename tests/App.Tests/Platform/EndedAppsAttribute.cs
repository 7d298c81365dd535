using System.Reflection;
using Xunit.v3;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>
/// Ends the applications a test was given as soon as it is over. The framework itself does so when the last test of the class is, and until then a
/// class with many tests holds a database and idle connections for each.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EndedAppsAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        // The framework offers nothing to wait with.
        foreach (var app in test.TestMethodArguments.OfType<TestApp>()) app.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
