using ActorGraph.Facts;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Appends what people decide about who is who, and lets the graph follow.</summary>
public sealed class Decisions(IGraphDatabase database)
{
    /// <summary>Records a decision; one whose id is known already changes nothing.</summary>
    /// <exception cref="GraphException">The database failed; nothing was written.</exception>
    public async Task RecordAsync(Decision decision, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, cancellation);
        var (held, decisions) = await HeldFacts.ReadAsync(session, cancellation);
        if (decisions.Any(known => known.Id == decision.Id)) return;
        var properties = Words.Given(("id", decision.Id), ("a", decision.A), ("b", decision.B), ("verdict", Words.Of(decision.Verdict)), ("author", decision.Author),
            ("at", decision.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("reason", decision.Reason));
        var rows = new List<object?> { new Dictionary<string, object?> { ["id"] = decision.Id, ["labels"] = new List<object?> { "Decision" }, ["properties"] = properties } };
        await using (var result = await session.RunAsync(new(CypherLibrary.Get("write/decisions"), new Dictionary<string, object?> { ["rows"] = rows }), cancellation))
            await foreach (var _ in result.Rows(cancellation)) { }
        await GraphUpdate.RunAsync(session, held, decisions, held, [.. decisions, decision], cancellation);
        await session.CommitAsync(cancellation);
    }
}
