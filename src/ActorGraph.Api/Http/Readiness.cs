using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Records;
using GraphQL.Transport;

namespace ActorGraph.Api.Http;

/// <summary>
/// <c>/health</c>: the process lives. <c>/ready</c>: it is warm and its database answers. The first questions after a start are a hundred times slower than
/// later ones, so the server asks itself a few hundred before it says that it is ready.
/// </summary>
internal sealed class Readiness(Questions questions, IServiceProvider services, ActorCatalogue catalogue, TimeProvider clock, ILogger<Readiness> log)
{
    private static readonly string[] Typical =
    [
        "{ stats { documents people } }",
        """query($text: String!) { search(text: $text, first: 5) { id name kind summary score why } }""",
        """query($from: String!, $to: String!) { paths(from: $from, to: $to) { results { sentence steps { id relation evidence { quote document { id title } } } } from { chosen { id name } } hasMore } }""",
    ];

    private const int People = 20;

    private static readonly Caller Warmer = new("warming", AccessLevel.Read);

    private volatile bool isWarm;

    /// <summary>Asks typical questions until they are quick, and for a few seconds at most.</summary>
    public async Task WarmAsync(CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        try
        {
            var people = await SomeAsync(cancellation);
            for (var round = 0; round < Limits.WarmingRounds && clock.GetElapsedTime(began) < Limits.Warming && !cancellation.IsCancellationRequested; round++)
            {
                var variables = new Dictionary<string, object?> { ["text"] = "a", ["from"] = people[round % people.Count], ["to"] = people[(round + 1) % people.Count] };
                foreach (var text in Typical)
                {
                    await using var scope = services.CreateAsyncScope();
                    await questions.AnswerAsync(new GraphQLRequest { Query = text, Variables = new(variables) }, new Asker(Warmer, isGet: false, takesEvents: false, "warming"), scope.ServiceProvider, cancellation);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server stops.
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The server could not warm up.");
        }

        isWarm = true;
    }

    /// <summary>Ids of people to ask about; of an empty graph, names of nobody.</summary>
    private async Task<IReadOnlyList<string>> SomeAsync(CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var some = await scope.ServiceProvider.GetRequiredService<RequestReads>().ReadAsync(session => ActorReads.ListAsync(session, new(["person"]), new(null, People), cancellation), cancellation);
        return some.Rows.Count > 1 ? some.Rows.Select(row => row.Row.Id).ToList() : ["nobody", "no one"];
    }

    public static Task HealthAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status200OK, "alive");

    public async Task ReadyAsync(HttpContext http)
    {
        var problem = isWarm ? await ProblemAsync(http.RequestAborted) : "warming up";
        await WriteAsync(http, problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, problem ?? "ready");
    }

    private async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        try
        {
            await catalogue.StatisticsAsync(cancellation);
            return null;
        }
        catch (Graph.GraphException failure)
        {
            log.LogWarning(failure, "The database does not answer.");
            return "the database does not answer";
        }
    }

    private static Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(text + "\n", http.RequestAborted);
    }
}
