namespace ActorGraph.Api;

/// <summary>What the program ends with; every command uses these and no other.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The world failed: database unreachable, disk full, port taken, stopped before the end. The same command may succeed later.</summary>
    public const int WorldFailed = 1;

    /// <summary>What was given is at fault: unknown actor, wrong Cypher, unreadable document, wrong flag.</summary>
    public const int InputAtFault = 2;
}
