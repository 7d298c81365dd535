namespace ResilienceMonitor.Platform.Cli;

/// <summary>Where a command writes: results to <see cref="Out"/>, everything for people on the way to <see cref="Error"/>.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Interactive">True when a person watches a terminal; only then progress is shown.</param>
public sealed record CommandOutput(TextWriter Out, TextWriter Error, bool Interactive)
{
    /// <summary>A progress line that rewrites itself; silent in a pipe.</summary>
    public IProgress<double> Progress(string label) => Interactive ? new ProgressLine(Error, label) : new Silent();

    private sealed class ProgressLine(TextWriter writer, string label) : IProgress<double>
    {
        private readonly Lock gate = new();
        private int shown = -1;

        public void Report(double value)
        {
            var percent = (int)Math.Clamp(value * 100, 0, 100);
            lock (gate)
            {
                if (percent <= shown) return;
                shown = percent;
                writer.Write($"\r{label} {percent} %{(percent == 100 ? "\n" : "")}");
                writer.Flush();
            }
        }
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
