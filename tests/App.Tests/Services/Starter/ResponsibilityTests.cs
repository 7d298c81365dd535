using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Starter;

public sealed class ResponsibilityTests
{
    [Fact]
    public void A_town_of_18000_in_a_district_has_no_vehicle_registration_of_its_own()
    {
        var services = Towns.Town18000.Model().Services;
        Assert.Equal(Responsibility.District, services["vehicle-registration"].Responsibility);
        Assert.Empty(services["vehicle-registration"].Needs);
        Assert.Equal(Responsibility.Own, services["identity-card"].Responsibility);
        Assert.InRange(services.Values.Count(s => s.Responsibility == Responsibility.Own), 28, 36);
    }

    [Theory]
    [InlineData("vehicle-registration", LegalStatus.IndependentCity, 200_000, "05", Responsibility.Own)]
    [InlineData("vehicle-registration", LegalStatus.District, 200_000, "09", Responsibility.Own)]
    [InlineData("identity-card", LegalStatus.District, 200_000, "05", Responsibility.Municipality)]
    [InlineData("identity-card", LegalStatus.MemberMunicipality, 1_500, "07", Responsibility.Association)]
    [InlineData("council-meeting", LegalStatus.MemberMunicipality, 1_500, "07", Responsibility.Own)]
    [InlineData("asylum-benefit-payments", LegalStatus.Municipality, 18_000, "05", Responsibility.Own)]
    [InlineData("asylum-benefit-payments", LegalStatus.Municipality, 18_000, "09", Responsibility.District)]
    [InlineData("child-protection", LegalStatus.LargeTown, 40_000, "05", Responsibility.Own)]
    [InlineData("child-protection", LegalStatus.LargeTown, 40_000, "09", Responsibility.District)]
    [InlineData("parental-benefit", LegalStatus.District, 200_000, "09", Responsibility.State)]
    [InlineData("parental-benefit", LegalStatus.LargeTown, 45_000, "03", Responsibility.Own)]
    [InlineData("building-permit", LegalStatus.Municipality, 18_000, "05", Responsibility.District)]
    [InlineData("building-permit", LegalStatus.LargeTown, 30_000, "05", Responsibility.Own)]
    [InlineData("fines-service", LegalStatus.Municipality, 9_000, "09", Responsibility.Association)]
    [InlineData("driving-licence", LegalStatus.Municipality, 9_000, "09", Responsibility.FrontDesk)]
    [InlineData("parking-permits-service", LegalStatus.Municipality, 9_999, "05", Responsibility.District)]
    [InlineData("parking-permits-service", LegalStatus.Municipality, 10_000, "05", Responsibility.Own)]
    [InlineData("parental-benefit", LegalStatus.District, 200_000, null, Responsibility.Own)]
    public void State_status_and_size_decide_who_delivers(string service, LegalStatus status, int population, string? state, Responsibility expected) =>
        Assert.Equal(expected, Towns.Of(status, population, state).Model().Services[service].Responsibility);

    [Theory]
    [InlineData(18_000, Responsibility.District)]
    [InlineData(150_000, Responsibility.Own)]
    public void A_town_of_unknown_status_is_taken_for_what_its_size_suggests(int population, Responsibility vehicles) =>
        Assert.Equal(vehicles, Towns.Of(LegalStatus.Unknown, population).Model().Services["vehicle-registration"].Responsibility);

    [Fact]
    public void Every_list_of_rules_ends_with_one_that_always_fits() => Assert.All(Catalogues.Starter.Services.Entries, e =>
    {
        var last = e.Value.Responsibility[^1];
        Assert.True(last is { States.Count: 0, Statuses.Count: 0, From: null, Below: null }, e.Key);
    });
}
