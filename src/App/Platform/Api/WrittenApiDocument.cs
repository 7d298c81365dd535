using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ResilienceMonitor.Platform.Api;

/// <summary>The description as it is sent. Endpoints do not change while the program runs, so it is made once, when it is first asked for.</summary>
internal sealed class WrittenApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents)
{
    private readonly Lazy<Task<byte[]>> text = new(() => Write(documents));

    public Task<byte[]> Text => text.Value;

    // Whoever asks first may go away: that must not end it for those who wait.
    private static async Task<byte[]> Write(IOpenApiDocumentProvider documents)
    {
        var document = await documents.GetOpenApiDocumentAsync(CancellationToken.None);
        return System.Text.Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None));
    }
}
