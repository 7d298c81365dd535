using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies;

/// <summary>A body of this installation. Its own key is the logical one, for example <c>ags:05958004</c>.</summary>
public sealed class Body : ModelItem<BodyContent>
{
    public string DisplayName => Content.Name ?? Key;

    /// <summary>False for an administration of which nothing is known but its name: everything computed for it is a default.</summary>
    public bool IsDescribed => Content is not { OwnModel: false, Kind: BodyKind.Municipality or BodyKind.District, State: null, LegalStatus: LegalStatus.Unknown, Population: null, Providers: [] }
        || Content.Answers != new StarterAnswers();
}
