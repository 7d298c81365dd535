namespace ResilienceMonitor.Calibration;

/// <summary>How good are the bands: a typical body, built from public facts, against what really happened.</summary>
public static class CalibrationFeature
{
    public static IServiceCollection AddCalibration(this IServiceCollection services) => services
        .AddSingleton<KnownOutages>()
        .AddSingleton<ValidateOutages>()
        .AddSingleton<CalibrateReference>();
}
