using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Starter;

public sealed class StarterAnswersTests
{
    public static TheoryData<string, Func<BodyContent, BodyContent>> Questions => new()
    {
        { "state", b => b with { State = "09" } },
        { "legal status", b => b with { LegalStatus = LegalStatus.LargeTown } },
        { "inhabitants", b => b with { Population = 25_000 } },
        { "hospital: yes", b => b.With(a => a with { HospitalInTown = true }) },
        { "hospital: no", b => b.With(a => a with { HospitalInTown = false }) },
        { "provider", b => b.Hosted("provider:p") },
        { "own data centre", b => b.OwnCentre() },
        { "IT staff", b => b.With(a => a with { ItStaff = 7 }) },
        { "workplaces", b => b.With(a => a with { Workplaces = 500 }) },
        { "spare devices", b => b.With(a => a with { SpareDevices = 40 }) },
        { "no spare devices", b => b.With(a => a with { SpareDevices = 0 }) },
        { "protected backup: yes", b => b.With(a => a with { ProtectedBackup = true }) },
        { "protected backup: no", b => b.With(a => a with { ProtectedBackup = false }) },
        { "restored lately", b => b.With(a => a with { LastFullRestore = new LocalDate(2025, 11, 1) }) },
        { "restored long ago", b => b.With(a => a with { LastFullRestore = new LocalDate(2022, 11, 1) }) },
        { "never restored", b => b.With(a => a with { NeverRestored = true }) },
        { "telephone separate", b => b.With(a => a with { TelephoneSeparate = true }) },
        { "cash desk: yes", b => b.With(a => a with { CashDesk = true }) },
        { "cash desk: no", b => b.With(a => a with { CashDesk = false }) },
        { "neighbour elsewhere: no", b => b.With(a => a with { NeighbourElsewhere = false }) },
        { "neighbour named", b => b.With(a => a with { NeighbourElsewhere = true, Neighbour = "ags:neighbour" }) },
    };

    [Theory, MemberData(nameof(Questions))]
    public void Every_answer_changes_the_model(string question, Func<BodyContent, BodyContent> answer)
    {
        var unknown = Towns.Of(LegalStatus.Municipality, 18_000);
        var before = unknown.Model();
        var after = answer(unknown).Model() with { Body = before.Body };
        Assert.True(CanonicalJson.Write(before) != CanonicalJson.Write(after), $"'{question}' changes nothing.");
    }

    [Fact]
    public void A_hospital_multiplies_births_and_none_leaves_almost_none()
    {
        double Births(bool? hospital) => Towns.Town18000.With(a => a with { HospitalInTown = hospital }).Model().Services["birth-registration"].CasesPerWeek;
        Assert.True(Births(true) > 3 * Births(null));
        Assert.True(Births(false) < 0.1 * Births(null));
    }

    [Fact]
    public void Spare_devices_stand_in_for_their_share_of_the_workplaces()
    {
        NeedMember? Spare(int? devices) => Towns.Town18000.With(a => a with { SpareDevices = devices, Workplaces = 200 }).Model().Services["identity-card"].Needs
            .Single(g => g.Members.Any(m => m.Resource == "clients")).Members.SingleOrDefault(m => m.Resource == "spare-clients");
        Assert.Equal(0.1, Spare(20)!.Capacity);
        Assert.Equal(1, Spare(900)!.Capacity);
        Assert.Null(Spare(0));
        Assert.NotNull(Spare(null));
    }

    [Fact]
    public void A_named_neighbour_is_prepared_and_one_nobody_asked_is_not()
    {
        Substitute Neighbour(bool? elsewhere, string? key) => Towns.Town18000.With(a => a with { NeighbourElsewhere = elsewhere, Neighbour = key }).Model()
            .Services["identity-card"].Substitutes.Single(s => s.Kind == SubstituteKind.Neighbour);
        Assert.True(Neighbour(true, "ags:n") is { Prepared: true, Partner: "ags:n" });
        Assert.True(Neighbour(true, null) is { Prepared: false, Partner: null, StartUnprepared: not null });
        Assert.True(Neighbour(null, "ags:n") is { Prepared: false, Partner: null });
        Assert.True(Neighbour(false, null) is { Prepared: false, StartUnprepared: null });
    }

    [Fact]
    public void A_telephone_apart_from_the_network_needs_nothing_of_it()
    {
        ResourceContent Telephone(bool? separate) => Towns.Town18000.OwnCentre().With(a => a with { TelephoneSeparate = separate }).Model().Resources["telephone"];
        Assert.Equal(["power"], Telephone(true).Needs.SelectMany(g => g.Members).Select(m => m.Resource));
        Assert.NotEqual(Telephone(true).Segment, Telephone(false).Segment);
        Assert.Contains("directory", Telephone(null).Needs.SelectMany(g => g.Members).Select(m => m.Resource));
    }

    [Fact]
    public void Not_knowing_the_workplaces_widens_the_band_of_the_work()
    {
        ResourceContent Clients(int? workplaces) => Towns.Town18000.With(a => a with { Workplaces = workplaces }).Model().Resources["clients"];
        double Width(ResourceContent r) => r.RestoreWork.Max!.Value / r.RestoreWork.Min!.Value;
        Assert.True(Width(Clients(null)) > 2 * Width(Clients(198)));
    }

    [Fact]
    public void Who_restored_lately_works_faster_and_fails_less_often()
    {
        ResourceContent Directory(LocalDate? restored, bool? never) => Towns.Town18000.OwnCentre().With(a => a with { LastFullRestore = restored, NeverRestored = never }).Model().Resources["directory"];
        ResourceContent[] worseAndWorse = [Directory(new(2025, 3, 2), null), Directory(new(2025, 3, 1), null), Directory(null, null), Directory(null, true)];
        Assert.Equal(worseAndWorse.Select(r => r.RestoreWork.Typical).Order(), worseAndWorse.Select(r => r.RestoreWork.Typical));
        Assert.Equal(4, worseAndWorse.Select(r => r.RestoreWork.Typical).Distinct().Count());
        Assert.Equal(worseAndWorse.Select(r => r.RestartFailure).Order(), worseAndWorse.Select(r => r.RestartFailure));
    }
}
