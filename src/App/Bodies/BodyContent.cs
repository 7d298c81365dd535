using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies;

/// <summary>What is known of a body. Its key is logical and never reused, for example <c>ags:05958004</c> or <c>provider:sit</c>.</summary>
public sealed record BodyContent : ItemContent, IJsonOnDeserialized
{
    public required BodyKind Kind { get; init; }

    /// <summary>Two digits of the official key, for example <c>05</c>; null: unknown.</summary>
    public string? State { get; init; }

    public LegalStatus LegalStatus { get; init; }

    public int? Population { get; init; }

    /// <summary>Key of the district it belongs to.</summary>
    public string? District { get; init; }

    /// <summary>Keys of the shared providers, the main one first. Empty: own data centre or unknown, see <see cref="StarterAnswers.ProviderKnown"/>.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>IANA zone of the body.</summary>
    public string Zone { get; init; } = "Europe/Berlin";

    /// <summary>Answers to the opening questions from which the starter model is made.</summary>
    public StarterAnswers Answers { get; init; } = new();

    /// <summary>The people who restore; null: derived from the answers by the starter model.</summary>
    public TeamContent? Team { get; init; }

    /// <summary>True once the model is kept as rows of its own; before, it is derived from the answers and the catalogue each time.</summary>
    public bool OwnModel { get; init; }

    /// <summary>True for the invented bodies that are loaded at the first start and can be removed in one step.</summary>
    public bool Demonstration { get; init; }

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null) throw new JsonException("The time zone is unknown.");
    }
}

public enum BodyKind
{
    Municipality,
    District,
    Provider,
    CoordinationOffice,
    State,
}

/// <summary>Legal status; decides, with the state, which services a body delivers.</summary>
public enum LegalStatus
{
    Unknown,

    /// <summary>Gemeinde or Stadt within a district, without further tasks.</summary>
    Municipality,

    /// <summary>Larger town within a district with tasks of its own, for example building authority or youth office (Große Kreisstadt, Mittlere/Große kreisangehörige Stadt).</summary>
    LargeTown,

    /// <summary>Kreisfreie Stadt, Stadtkreis.</summary>
    IndependentCity,

    /// <summary>Verbandsgemeinde, Amt, Samtgemeinde, Verwaltungsgemeinschaft: one administration for several municipalities.</summary>
    JointAdministration,

    /// <summary>Member municipality without an administration of its own.</summary>
    MemberMunicipality,

    /// <summary>Landkreis, Kreis.</summary>
    District,

    /// <summary>Not an administration (provider, office).</summary>
    None,
}
