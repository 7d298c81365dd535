namespace ResilienceMonitor.Bodies.Import;

/// <summary>Stable codes of what can be wrong with a list of bodies; each is the name of a text in ImportTexts.resx.</summary>
public static class ImportCode
{
    public const string HeaderWrong = "import.header-wrong";
    public const string ColumnMissing = "import.column-missing";
    public const string ColumnNear = "import.column-near";
    public const string ColumnTwice = "import.column-twice";
    public const string ColumnAbsent = "import.column-absent";
    public const string ColumnIgnored = "import.column-ignored";
    public const string NoRows = "import.no-rows";

    public const string KeyMissing = "import.key-missing";
    public const string KeyDigits = "import.key-digits";
    public const string KeyState = "import.key-state";
    public const string KeyTwice = "import.key-twice";
    public const string KeyRepaired = "import.key-repaired";
    public const string KeyZeroLost = "import.key-zero-lost";

    public const string NameMissing = "import.name-missing";
    public const string NameTooLong = "import.name-too-long";
    public const string NameCharacters = "import.name-characters";

    public const string KindUnknown = "import.kind-unknown";
    public const string TypeUnknown = "import.type-unknown";
    public const string TypeMissing = "import.type-missing";
    public const string Unincorporated = "import.unincorporated";

    public const string DistrictUnknown = "import.district-unknown";
    public const string DistrictDiffers = "import.district-differs";

    public const string PopulationNotNumber = "import.population-not-number";
    public const string PopulationNegative = "import.population-negative";
    public const string PopulationAbsurd = "import.population-absurd";
    public const string PopulationGrouped = "import.population-grouped";

    public const string ProviderName = "import.provider-name";
    public const string ProviderSpelling = "import.provider-spelling";

    public const string RegionTooLarge = "import.region-too-large";
}
