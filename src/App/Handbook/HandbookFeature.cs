using Microsoft.Extensions.FileProviders;
using ResilienceMonitor.Platform.Ui;

namespace ResilienceMonitor.Handbook;

/// <summary>Ten short chapters for whoever looks after continuity beside other work. Words and pictures come from <c>docs/handbook</c> and are part of the program.</summary>
public static class HandbookFeature
{
    public static IServiceCollection AddHandbook(this IServiceCollection services) => services.AddSingleton<HandbookChapters>();

    /// <summary>Serves the pictures of the chapters; like all files of the program, everybody may have them.</summary>
    public static void UseHandbookPictures(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = new EmbeddedFileProvider(typeof(HandbookFeature).Assembly, HandbookFiles.Pictures),
        RequestPath = "/handbook/pictures",
        OnPrepareResponse = WebFiles.Serving.OnPrepareResponse,
    });
}
