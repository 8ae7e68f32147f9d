namespace ActorGraph.Graph;

/// <summary>Managed transactions: the work is run again from its start where the failure says that it may succeed then, after a wait that doubles each time.</summary>
/// <param name="limit">After this much time no further attempt is begun.</param>
/// <param name="mayPass">Which failures are tried again; null: those that <see cref="GraphException.IsRetryable"/> says.</param>
public sealed class Retrying(TimeSpan limit, TimeProvider clock, Func<GraphException, bool>? mayPass = null)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);
    public static readonly Retrying Default = new(DefaultLimit, TimeProvider.System);

    private readonly Func<GraphException, bool> mayPass = mayPass ?? (failure => failure.IsRetryable);

    /// <summary>The same, which gives up at once after some failures.</summary>
    public Retrying ButNot(Func<GraphException, bool> final) => new(limit, clock, failure => mayPass(failure) && !final(failure));

    /// <exception cref="GraphException">What the last attempt failed with.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        for (var delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
        {
            try
            {
                return await attempt();
            }
            catch (GraphException failure) when (mayPass(failure) && clock.GetElapsedTime(began) < limit)
            {
                // The next attempt tells whether it was more than a moment.
            }

            // A fifth more or less spreads those who failed together.
            await Task.Delay(delay * (0.8 + (0.4 * Random.Shared.NextDouble())), clock, cancellation);
        }
    }
}
