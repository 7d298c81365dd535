using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace ResilienceMonitor.Reports.Documents;

/// <summary>Parts of office files that are the same in every file: styles, masters, themes. They stand as XML beside the code.</summary>
internal static class OfficeParts
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>Fills a part; <c>{language}</c> in it becomes the language.</summary>
    public static T Fill<T>(this T part, string file, string language) where T : OpenXmlPart
    {
        using var stream = typeof(OfficeParts).Assembly.GetManifestResourceStream($"Reports.{file}") ?? throw new InvalidOperationException($"The part {file} is missing.");
        using var reader = new StreamReader(stream);
        Feed(part, reader.ReadToEnd().Replace("{language}", language, StringComparison.Ordinal));
        return part;
    }

    /// <summary>Title and language of a file. Nothing says who made it, or when.</summary>
    public static void Describe(CoreFilePropertiesPart part, string title, string language) => Feed(part, new XElement(
        Core + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", Core), new XAttribute(XNamespace.Xmlns + "dc", Dublin),
        new XElement(Dublin + "title", title), new XElement(Dublin + "language", language)).ToString(SaveOptions.DisableFormatting));

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(bytes);
    }
}
