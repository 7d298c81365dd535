using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResilienceMonitor.Platform.Ui;

namespace ResilienceMonitor.App.Tests.Platform.Ui;

/// <summary>Renders one component as the server would and parses what came out.</summary>
internal static class Rendering
{
    public static async Task<IElement> Of<TComponent>(Dictionary<string, object?> parameters, string language = "de")
        where TComponent : IComponent
    {
        var html = await Html<TComponent>(parameters, language);
        return new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;
    }

    public static async Task<string> Html<TComponent>(Dictionary<string, object?> parameters, string language = "de")
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .AddScoped<ElementIds>()
            .AddSingleton<AntiforgeryStateProvider, NoToken>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            using var _ = new InLanguage(language);
            return (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    /// <summary>A child component as content.</summary>
    public static RenderFragment Child<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent => builder =>
    {
        builder.OpenComponent<TComponent>(0);
        builder.AddMultipleAttributes(1, parameters.Select(p => KeyValuePair.Create(p.Key, p.Value!)));
        builder.CloseComponent();
    };

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
