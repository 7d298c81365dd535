using ResilienceMonitor.Platform.Ui.Layout;
using ResilienceMonitor.Reports.Documents;
using ResilienceMonitor.Tables.Export;

namespace ResilienceMonitor.Providers;

/// <summary>The letter and its sheet as files.</summary>
public static class ProviderRoutes
{
    public static void MapProviders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/providers/{key}/letter/file", Letter);
        routes.MapGet("/providers/{key}/sheet/file", Sheet);
    }

    private static async Task<IResult> Letter(string key, HttpContext http, WriteLetter letters)
    {
        var letter = await letters.Run(http.Request.Query[CurrentBody.Query].ToString(), key, http.RequestAborted);
        return letter.Refusal is null ? TypedResults.File(DocxFile.Write(letter.Value), DocxFile.MediaType, $"{ProvidersTexts.Get("letter.file")}.docx") : TypedResults.NotFound();
    }

    private static async Task<IResult> Sheet(string key, HttpContext http, WriteLetter letters, ProviderQuestions questions)
    {
        var letter = await letters.Run(http.Request.Query[CurrentBody.Query].ToString(), key, http.RequestAborted);
        return letter.Refusal is null ? TypedResults.File(AnswerSheet.Blank(questions.All), new XlsxFile().MediaType, $"{ProvidersTexts.Get("sheet.file")}.xlsx") : TypedResults.NotFound();
    }
}
