using System.Reflection;
using Xunit.v3;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>
/// Ends the applications a test was given as soon as it is over. The framework itself does so much later, and until then many tests hold a
/// database and idle connections each.
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
