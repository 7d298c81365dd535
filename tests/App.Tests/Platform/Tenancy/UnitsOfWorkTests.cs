using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>Whoever opens a unit of work for another actor crosses a wall; each of them is reviewed and stands here.</summary>
public sealed class UnitsOfWorkTests
{
    [Fact]
    public void Only_reviewed_classes_open_a_unit_of_work_for_another_actor()
    {
        var users = typeof(UnitsOfWork).Assembly.GetTypes()
            .Where(t => t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(UnitsOfWork)))).Select(t => t.Name).Order();
        Assert.Equal(["AcceptInvitation", "AnswerByLink", "AuthenticateToken", "BodyKeys", "ConsentedReading", "CreateFirstAdministrator", "FirstAdministratorLink", "GroupMembers", "JoinWithNewAccount", "OneTimeUse", "OwnBodies", "OwnCodes", "ProviderAccounts", "RotateKeys", "Sessions", "SignInTrail", "StoredKeys", "TendedBodies"], users);
    }
}
