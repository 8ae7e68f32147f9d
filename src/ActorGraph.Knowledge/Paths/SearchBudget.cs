namespace ActorGraph.Knowledge.Paths;

/// <summary>What one question may cost; searches look at it and stop.</summary>
internal sealed class SearchBudget(PathLimits limits, TimeProvider clock)
{
    private const int StepsBetweenLooks = 1024;

    private readonly long _began = clock.GetTimestamp();
    private int _spent;
    private int _lookAt;

    public PathLimits Limits => limits;

    /// <summary>Relationships and steps looked at.</summary>
    public int Spent => _spent;

    /// <summary>The limit that was reached, else null.</summary>
    public string? StoppedBy { get; private set; }

    public bool IsSpent => StoppedBy is not null;

    public void Spend(int steps)
    {
        _spent += steps;
        if (_spent > limits.MostExpansions) StoppedBy ??= "expansions";
        if (_spent < _lookAt) return;
        _lookAt = _spent + StepsBetweenLooks;
        if (clock.GetElapsedTime(_began) > limits.Time) StoppedBy ??= "time";
    }
}
