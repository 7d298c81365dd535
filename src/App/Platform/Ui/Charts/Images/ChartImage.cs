using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ResilienceMonitor.Platform.Ui.Charts.Images;

/// <summary>
/// A picture of a page as an SVG file of its own, for documents: the same drawing, with attributes instead of a style sheet and without links.
/// </summary>
public sealed class ChartImage(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>
    /// The first picture with a view box that a part of a page draws: of <c>CapabilityCurveChart</c> the wide one, of <c>StripImage</c> all of it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The part draws no such picture.</exception>
    public async Task<string> Of<TChart>(IDictionary<string, object?> parameters) where TChart : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TChart>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        var picture = XElement.Parse(PictureIn(html).Insert("<svg".Length, $" xmlns=\"{Svg}\""), LoadOptions.None);
        Finish(picture);
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    internal static string PictureIn(string html)
    {
        var (at, depth, start) = (0, 0, -1);
        while (html.IndexOf("svg", at, StringComparison.Ordinal) is var found and >= 0)
        {
            at = found + 3;
            var (opens, closes) = (found > 0 && html[found - 1] == '<', found > 1 && html[found - 2] == '<' && html[found - 1] == '/');
            if (opens && start < 0 && html[found..html.IndexOf('>', found)].Contains("viewBox", StringComparison.Ordinal)) start = found - 1;
            if (start < 0) continue;
            depth += opens ? 1 : closes ? -1 : 0;
            if (closes && depth == 0) return html[start..(found + "svg>".Length)];
        }

        throw new InvalidOperationException("Nothing with a view box is drawn.");
    }

    private static void Finish(XElement picture)
    {
        var box = ((string?)picture.Attribute("viewBox") ?? "").Split(' ');
        picture.SetAttributeValue("width", box[2]);
        picture.SetAttributeValue("height", box[3]);
        picture.SetAttributeValue("font-family", "'Fira Sans', Arial, sans-serif");
        foreach (var link in picture.Descendants(Svg + "a").ToList()) link.ReplaceWith(new XElement(Svg + "g", link.Nodes()));
        foreach (var element in picture.DescendantsAndSelf().Where(e => e.Attribute("class") is not null))
        {
            var classes = ((string)element.Attribute("class")!).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            element.SetAttributeValue("class", null);
            foreach (var (_, attributes) in ChartInk.All.Where(ink => classes.Contains(ink.Class)))
                foreach (var pair in attributes.Chunk(2))
                    if (pair[0] != "fill" || !IsPattern(element)) element.SetAttributeValue(pair[0], pair[1]);
        }
    }

    private static bool IsPattern(XElement element) => ((string?)element.Attribute("fill"))?.StartsWith("url(", StringComparison.Ordinal) == true;
}
