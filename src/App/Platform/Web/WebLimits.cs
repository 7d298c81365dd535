using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ResilienceMonitor.Platform.Web;

/// <summary>What one caller may take of the server before it stops listening to them.</summary>
public static class WebLimits
{
    /// <summary>Bytes of an ordinary form. Pages that take files say <c>[RequestSizeLimit(WebLimits.UploadBytes)]</c>.</summary>
    public const long FormBytes = 2 * 1024 * 1024;

    /// <summary>Bytes of a form with a file: above what a page accepts, so that the page can say so itself.</summary>
    public const long UploadBytes = 32 * 1024 * 1024;

    public const int FormFields = 4_096;
    public const int RequestLineBytes = 8 * 1024;
    public const int HeaderCount = 64;
    public const int HeaderBytes = 32 * 1024;
    public const int Connections = 1_000;

    /// <summary>Streams of one HTTP/2 connection.</summary>
    public const int Streams = 100;

    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(75);

    /// <summary>Whoever sends slower than this for longer than the grace time is cut off.</summary>
    public static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>An answer that takes longer is given up; long work runs beside the request.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromMinutes(2);

    internal static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = FormBytes;
        kestrel.Limits.MaxRequestLineSize = RequestLineBytes;
        kestrel.Limits.MaxRequestHeaderCount = HeaderCount;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        kestrel.Limits.RequestHeadersTimeout = Headers;
        kestrel.Limits.KeepAliveTimeout = KeepAlive;
        kestrel.Limits.MinRequestBodyDataRate = Slowest;
        kestrel.Limits.MinResponseDataRate = Slowest;
        kestrel.Limits.Http2.MaxStreamsPerConnection = Streams;
    }

    internal static void Apply(FormOptions forms)
    {
        forms.ValueCountLimit = FormFields;
        forms.ValueLengthLimit = (int)FormBytes;
        forms.BufferBodyLengthLimit = UploadBytes;
        forms.MultipartBodyLengthLimit = UploadBytes;
    }
}
