using System.Globalization;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Pages.Forms;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>What a form shows and what it makes of it, without a browser.</summary>
public sealed class ServiceFormTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    [Theory, EveryDatabase]
    public async Task A_form_that_nobody_touched_changes_nothing(TestApp app)
    {
        var view = await app.View(await app.CreateHosted());
        Assert.NotEmpty(view.Model.Services);
        foreach (var culture in Languages.All)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            var errors = new FieldErrors();
            foreach (var (key, service) in view.Model.Services)
                Assert.Equal((key, Json(service)), (key, Json(ServiceForm.Of(service, 1, view.NameOf).Apply(service, view.NameOf, Today, errors))));
            foreach (var (key, resource) in view.Model.Resources)
                Assert.Equal((key, Json(resource)), (key, Json(ResourceForm.Of(resource, 1).Apply(resource, view.Model.Segments.Keys, errors))));
            Assert.Empty(errors);
        }
    }

    [Fact]
    public void An_unticked_resource_leaves_and_an_alternative_joins_its_group()
    {
        var needs = new List<NeedGroup> { NeedGroup.Of("clients"), new([new NeedMember("telephone"), new NeedMember("radio", 0.5)]), NeedGroup.Of("seals") };
        var form = NeedsForm.Of(needs);
        form.Kept.Remove(NeedsForm.Tick(2, "seals"));
        form.Add = "provider:sit/mail";
        form.AddTo = "1";
        var changed = form.Apply(needs);
        Assert.Equal(["clients", "telephone radio provider:sit/mail"], changed.Select(g => string.Join(' ', g.Members.Select(m => m.Resource))));
        Assert.Equal([1, 0.5, 1], changed[1].Members.Select(m => m.Capacity));
    }

    [Fact]
    public void A_group_that_loses_its_last_member_is_gone()
    {
        var needs = new List<NeedGroup> { NeedGroup.Of("clients"), NeedGroup.Of("seals") };
        var form = NeedsForm.Of(needs);
        form.Kept.Clear();
        form.Add = "paper-forms";
        Assert.Equal("paper-forms", Assert.Single(Assert.Single(form.Apply(needs)).Members).Resource);
    }

    [Theory]
    [InlineData(24, "1", "days")]
    [InlineData(36, "36", "hours")]
    [InlineData(336, "2", "weeks")]
    [InlineData(720, "30", "days")]
    [InlineData(0, "0", "hours")]
    public void A_time_is_shown_in_the_unit_people_choose(double hours, string amount, string unit)
    {
        var form = TimeForm.Of(hours);
        Assert.Equal((amount, unit), (form.Amount, form.Unit));
        Assert.Equal(hours, form.Hours([], "Input.Mtpd"));
    }

    [Fact]
    public void A_removed_need_is_no_longer_waited_for_either()
    {
        var resource = Server with { Needs = [NeedGroup.Of("power"), NeedGroup.Of("storage")], Prerequisites = [NeedGroup.Of("power"), NeedGroup.Of("storage"), NeedGroup.Of("backup")] };
        var form = ResourceForm.Of(resource, 1);
        form.Needs.Kept.Remove(NeedsForm.Tick(1, "storage"));
        var changed = form.Apply(resource, [], []);
        Assert.Equal(["power", "backup"], changed.Prerequisites!.Select(g => g.Members[0].Resource));
    }

    private static ResourceContent Server => new()
    {
        Kind = ResourceKind.Server,
        Host = ResourceHost.Own,
        Name = "Server",
        Origin = new Origin(OriginKind.Person, Today),
    };

    private static string Json<T>(T content) => CanonicalJson.Write(content);
}
