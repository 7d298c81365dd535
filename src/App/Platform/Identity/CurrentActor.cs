namespace ResilienceMonitor.Platform.Identity;

/// <summary>Holds who acts in a unit of work. It is set once, before anything that depends on it is made.</summary>
public sealed class CurrentActor(Actor initial)
{
    private bool used;

    private Actor actor = initial;

    /// <summary>Who acts. After somebody has asked, it does not change any more: the scope of a database context must not move under it.</summary>
    public Actor Actor
    {
        get
        {
            used = true;
            return actor;
        }
    }

    public void Set(Actor value)
    {
        if (used) throw new InvalidOperationException("The actor of this unit of work was already used.");
        actor = value;
    }
}
