using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ResilienceMonitor.Platform.Web;

/// <summary>
/// Sends measurements and traces of requests to a collector that the operator named (OTLP). Traces carry route, verb, status and time: neither
/// addresses with their query nor anything a person typed. Without a collector nothing of this is even made.
/// </summary>
internal sealed class TelemetryExport : IHostedService, IDisposable
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "System.Runtime"];

    private TracerProvider? traces;
    private MeterProvider? measurements;

    public static bool IsWanted => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var version = typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3);
        var resource = ResourceBuilder.CreateDefault().AddService("resmon", serviceVersion: version);
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("Microsoft.AspNetCore").AddOtlpExporter().Build();
        measurements = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    /// <summary>Disposing sends what is left.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        measurements?.Dispose();
        (traces, measurements) = (null, null);
    }
}
