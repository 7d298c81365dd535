using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies.Respondents;

/// <summary>What a respondent filled in; null: left open, and then the answer that is there stays.</summary>
public sealed record RespondentAnswers(int? Population, StarterAnswers Answers)
{
    public BodyContent PutInto(BodyContent content, LocalDate today)
    {
        var old = content.Answers;
        var restore = Answers.LastFullRestore is not null || Answers.NeverRestored is not null;
        return content with
        {
            Population = Population ?? content.Population,
            Answers = old with
            {
                HospitalInTown = Answers.HospitalInTown ?? old.HospitalInTown,
                ItStaff = Answers.ItStaff ?? old.ItStaff,
                Workplaces = Answers.Workplaces ?? old.Workplaces,
                SpareDevices = Answers.SpareDevices ?? old.SpareDevices,
                ProtectedBackup = Answers.ProtectedBackup ?? old.ProtectedBackup,
                LastFullRestore = restore ? Answers.LastFullRestore : old.LastFullRestore,
                NeverRestored = restore ? Answers.NeverRestored : old.NeverRestored,
                TelephoneSeparate = Answers.TelephoneSeparate ?? old.TelephoneSeparate,
                CashDesk = Answers.CashDesk ?? old.CashDesk,
            },
            Origin = content.Origin with { Kind = OriginKind.Survey, Date = today },
        };
    }
}
