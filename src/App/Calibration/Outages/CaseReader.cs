namespace ResilienceMonitor.Calibration.Outages;

/// <summary>Reads a row of <c>cases.csv</c>.</summary>
internal static class CaseReader
{
    private const double MostPeople = 2e9;
    private const double MostDevices = 1e8;

    private static readonly IReadOnlyDictionary<string, OutageBody> Kinds = new Dictionary<string, OutageBody>(StringComparer.OrdinalIgnoreCase)
    {
        ["municipality"] = OutageBody.Municipality,
        ["district"] = OutageBody.District,
        ["provider"] = OutageBody.Provider,
    };

    private static readonly IReadOnlyDictionary<string, OutageCause> Causes = new Dictionary<string, OutageCause>(StringComparer.OrdinalIgnoreCase)
    {
        ["encrypted"] = OutageCause.Encrypted,
        ["precaution"] = OutageCause.Precaution,
        ["power"] = OutageCause.Power,
    };

    private static readonly IReadOnlyDictionary<string, BackupState> Backups = new Dictionary<string, BackupState>(StringComparer.OrdinalIgnoreCase)
    {
        ["intact"] = BackupState.Intact,
        ["usable"] = BackupState.Usable,
        ["partly_lost"] = BackupState.PartlyLost,
        ["lost"] = BackupState.Lost,
    };

    public static KnownOutage Read(OutageRow row) => new()
    {
        Id = row.Needed("id"),
        Name = row.Text("name"),
        Country = row.Text("country"),
        Start = row.Date("start"),
        Kind = row.Word("kind", Kinds),
        Members = row.Number("members", MostDevices),
        Population = row.Number("population", MostPeople),
        Staff = row.Number("staff", MostDevices),
        ItStaff = row.Number("it_staff", MostDevices),
        Clients = row.Number("clients", MostDevices),
        ClientsHit = row.Number("clients_hit", MostDevices),
        Servers = row.Number("servers", MostDevices),
        ServersHit = row.Number("servers_hit", MostDevices),
        Cause = row.Word("cause", Causes) ?? OutageCause.Unknown,
        Backups = row.Word("backups", Backups) ?? BackupState.Unknown,
    };
}
