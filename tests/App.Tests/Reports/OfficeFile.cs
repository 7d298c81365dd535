using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace ResilienceMonitor.App.Tests.Reports;

/// <summary>What is in a DOCX or PPTX, and whether it is one.</summary>
internal static class OfficeFile
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    public static void MustBeValid(byte[] file, bool slides)
    {
        using var stream = new MemoryStream(file);
        using OpenXmlPackage document = slides ? PresentationDocument.Open(stream, false) : WordprocessingDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    /// <summary>Everything that can be read in any part, notes, alternative texts and properties included; a line for each paragraph.</summary>
    public static string TextOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var lines = new List<string>();
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) && !e.FullName.Contains("styles", StringComparison.Ordinal) && !e.FullName.Contains("theme", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            var root = XDocument.Load(stream).Root!;
            lines.AddRange(root.Descendants().Where(e => e.Name == Word + "p" || e.Name == Drawing + "p").Select(p => string.Concat(p.Descendants().Where(t => t.Name == Word + "t" || t.Name == Drawing + "t").Select(t => t.Value))));
            lines.AddRange(root.Descendants().SelectMany(e => e.Attributes()).Where(a => a.Name.LocalName is "val" or "descr" or "title").Select(a => a.Value));
            if (entry.FullName.StartsWith("docProps", StringComparison.Ordinal)) lines.Add(root.Value);
        }

        return string.Join('\n', lines);
    }
}
