using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Reports.Paper;
using ResilienceMonitor.Reports.Situation;
using ResilienceMonitor.Reports.Slides;

namespace ResilienceMonitor.Reports;

/// <summary>Writes a paper in the language of the request: for the page, the command line and programs.</summary>
public sealed class WriteReport(BodyDirectory bodies, SimulateOutage simulate, ForecastRemaining remaining, LoadPaper papers, ReferenceData reference, ItemNames names, Actor actor)
{
    /// <summary>A part of the council paper; null: the comparison of measures it needs is not there yet.</summary>
    public async Task<Result<ReportDocument?>> Paper(ReportKind part, PaperRequest request, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var facts = await papers.Find(request, ct);
        if (facts.Refusal is { } refusal) return refusal;
        return facts.Value is { } loaded ? DocumentOf(part, loaded) : (ReportDocument?)null;
    }

    /// <summary>The situation: from what is known of an outage, or at its start.</summary>
    public async Task<Result<ReportDocument>> Situation(Selection selection, OutageSoFar? soFar, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        if (selection.Body is not { } key) return Refusal.Of<ReportsTexts>("report.one-body");
        var body = await bodies.Find(key, ct);
        if (body.Refusal is { } noBody) return noBody;
        var report = new SituationReport(names);
        if (soFar is not null)
        {
            var remained = await remaining.Run(selection with { Runs = ForecastRemaining.UsualRuns }, soFar, null, ct);
            return remained.Refusal is { } wrong ? wrong : report.Of(SituationFacts.Of(body.Value, remained.Value));
        }

        var simulated = await simulate.Run(selection, null, ct);
        return simulated.Refusal is { } refusal ? refusal : report.Of(SituationFacts.Of(body.Value, simulated.Value));
    }

    /// <summary>A file to be handed out; null: what it needs is not there yet.</summary>
    public async Task<Result<ReportFile?>> File(ReportKind kind, PaperRequest request, OutageSoFar? soFar, CancellationToken ct)
    {
        if (kind == ReportKind.Situation)
        {
            var situation = await Situation(request.Selection, soFar, ct);
            return situation.Refusal is { } wrong ? wrong : FileOf(kind, situation.Value);
        }

        var facts = await papers.Find(request, ct);
        if (facts.Refusal is { } refusal) return refusal;
        return facts.Value is { } loaded ? FileOf(kind, loaded) : (ReportFile?)null;
    }

    /// <summary>The same, with everything it needs done first.</summary>
    public async Task<Result<ReportFile?>> Run(ReportKind kind, PaperRequest request, OutageSoFar? soFar, IProgress<double>? progress, CancellationToken ct)
    {
        if (kind == ReportKind.Situation) return await File(kind, request, soFar, ct);
        var facts = await papers.Run(request, progress, ct);
        if (facts.Refusal is { } refusal) return refusal;
        return facts.Value is { } loaded ? FileOf(kind, loaded) : (ReportFile?)null;
    }

    private ReportFile FileOf(ReportKind kind, PaperFacts facts) => kind == ReportKind.Slides
        ? new ReportFile($"{ReportsTexts.Get("file.slides")}.pptx", PptxFile.MediaType, PptxFile.Write(new PaperSlides(new PaperTexts(reference), names).Of(facts)))
        : FileOf(kind, DocumentOf(kind, facts));

    private ReportDocument DocumentOf(ReportKind part, PaperFacts facts)
    {
        var texts = new PaperTexts(reference);
        return part == ReportKind.CouncilAnnex ? new Annex(texts, names).Of(facts) : new PublicPart(texts).Of(facts);
    }

    private static ReportFile FileOf(ReportKind kind, ReportDocument document) =>
        new($"{ReportsTexts.Get($"file.{kind.ToString().ToLowerInvariant()}")}.docx", DocxFile.MediaType, DocxFile.Write(document));
}

/// <summary>A file ready to be handed out.</summary>
public sealed record ReportFile(string Name, string MediaType, byte[] Bytes);
