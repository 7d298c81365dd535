namespace ResilienceMonitor.Platform.Backup.Doctor;

/// <summary>Something wrong with an installation: what it is, and what to do next. Both stand in the resources, under the code and the code with <c>.next</c>.</summary>
public sealed record Finding(string Code, string What, string Next)
{
    public static Finding Of(string code, params object[] values) => new(code, DoctorTexts.Say(code, values), DoctorTexts.Say($"{code}.next", values));
}
