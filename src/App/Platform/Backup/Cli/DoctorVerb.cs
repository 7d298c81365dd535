using System.CommandLine;
using ResilienceMonitor.Platform.Backup.Doctor;
using ResilienceMonitor.Platform.Cli;

namespace ResilienceMonitor.Platform.Backup.Cli;

/// <summary><c>resmon doctor</c>: says in words what is wrong with the installation, and what to do next.</summary>
public sealed class DoctorVerb : IVerb
{
    public Command Build(CommandContext context)
    {
        var command = new Command("doctor", BackupTexts.Get("cli.doctor"));
        command.SetAction((parsed, ct) => context.RunUnprepared(parsed, async (services, token) =>
        {
            var findings = await services.GetRequiredService<ExamineInstallation>().Run(token);
            foreach (var finding in findings) await context.Output.Out.WriteLineAsync($"- {finding.What}\n  {finding.Next} [{finding.Code}]");
            await context.Output.Out.WriteLineAsync(findings.Count == 0 ? DoctorTexts.Get("healthy") : DoctorTexts.Say("summary", findings.Count));
            return findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        }, ct));
        return command;
    }
}
