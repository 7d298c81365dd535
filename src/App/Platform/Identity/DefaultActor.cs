namespace ResilienceMonitor.Platform.Identity;

/// <summary>Who acts where nobody was named: the local owner at the command line of an installation without accounts, nobody in a server with accounts.</summary>
public sealed record DefaultActor(Actor Actor);
