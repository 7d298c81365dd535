using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies;

/// <summary>A body of this installation. Its own key is the logical one, for example <c>ags:05958004</c>.</summary>
public sealed class Body : ModelItem<BodyContent>
{
    public string DisplayName => Content.Name ?? Key;
}
