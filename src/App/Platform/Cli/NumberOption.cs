using System.CommandLine.Parsing;
using System.Globalization;

namespace ResilienceMonitor.Platform.Cli;

/// <summary>Numbers of options are written with a point in every language: a German reading would take 0.1 for one.</summary>
public static class NumberOption
{
    /// <summary>Reads one number; an error of the option otherwise.</summary>
    public static double Read(ArgumentResult argument)
    {
        var text = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
        argument.AddError(string.Format(null, PlatformTexts.Get("cli.number"), text));
        return 0;
    }
}
