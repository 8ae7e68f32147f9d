using System.Globalization;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Appends what people decide about who is who, and lets the graph follow at once. Nothing is ever edited: who changes his mind decides again, or takes a decision back.</summary>
public sealed class Decisions(IGraphDatabase database, TimeProvider clock)
{
    private const int LongestText = 1000;

    /// <param name="a">A sighting id, an actor's id (of now, or one it took over), or a name in any spelling that means one actor.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="reason">May be empty.</param>
    /// <exception cref="GraphException">Nobody or several are meant, both are one sighting, or they are of different kinds; or the database failed. Nothing was written.</exception>
    public async Task<Decided> DecideAsync(string a, string b, Verdict verdict, string author, string reason, CancellationToken cancellation)
    {
        await using var session = await database.OpenInTurnAsync(cancellation);
        var (first, second) = (await SightedAsync(session, a, cancellation), await SightedAsync(session, b, cancellation));
        if (first.Sighting == second.Sighting) throw Invalid($"'{a}' and '{b}' mean one sighting, {first.Sighting}: name two, for instance two sighting ids.");
        if (first.Type != second.Type) throw Invalid($"{first.Name} is a {first.Type} and {second.Name} a {second.Type}: only two of one kind can be the same or not.");
        if (first.Type == Words.Of(ActorType.Country)) throw Invalid($"{first.Name} and {second.Name} are countries, and those go by their codes.");
        return await AppendAsync(session, first.Sighting, second.Sighting, verdict, author, reason, null, cancellation);
    }

    /// <summary>Takes a decision back: the rules judge again.</summary>
    /// <exception cref="GraphException">No decision has this id, or it is undone already; or the database failed. Nothing was written.</exception>
    public async Task<Decided> UndoAsync(string id, string author, string reason, CancellationToken cancellation)
    {
        await using var session = await database.OpenInTurnAsync(cancellation);
        var decisions = await HeldFacts.DecisionsAsync(session, cancellation);
        var undone = decisions.FirstOrDefault(decision => decision.Id == id && decision.Undoes is null) ?? throw Invalid($"There is no decision '{id}' to take back.");
        if (decisions.FirstOrDefault(decision => decision.Undoes == id) is { } already) throw Invalid($"'{id}' was taken back already, by {already.Author}.");
        return await AppendAsync(session, undone.A, undone.B, undone.Verdict, author, reason, id, cancellation);
    }

    /// <summary>Every decision, oldest first.</summary>
    public async Task<IReadOnlyList<DecisionRecord>> ListAsync(CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        return await ReadAsync(session, cancellation);
    }

    private async Task<Decided> AppendAsync(IGraphSession session, string a, string b, Verdict verdict, string author, string reason, string? undoes, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(author) || author.Length > LongestText) throw Invalid($"author must say who decides, in up to {LongestText} characters.");
        if (reason.Length > LongestText) throw Invalid($"reason is {reason.Length} characters long; up to {LongestText} are kept.");
        var at = clock.GetUtcNow().ToUniversalTime();
        var id = "decision:" + Ids.Hash(a, b, Words.Of(verdict), author, at.ToString("O", CultureInfo.InvariantCulture), reason, undoes ?? "");
        var change = await WriteAsync(session, new(id, a, b, verdict, author, at, reason, undoes), cancellation);
        var record = (await ReadAsync(session, cancellation)).Single(known => known.Id == id);
        await session.CommitAsync(cancellation);
        return new(record, change);
    }

    /// <returns>What changed, of a decision that is held already nothing.</returns>
    internal static async Task<GraphChange> WriteAsync(IGraphSession session, Decision decision, CancellationToken cancellation)
    {
        var decisions = await HeldFacts.DecisionsAsync(session, cancellation);
        if (decisions.Any(known => known.Id == decision.Id)) return GraphChange.None;
        var properties = Words.Given(("id", decision.Id), ("a", decision.A), ("b", decision.B), ("verdict", Words.Of(decision.Verdict)), ("author", decision.Author),
            ("at", decision.At.ToString("O", CultureInfo.InvariantCulture)), ("reason", decision.Reason), ("undoes", decision.Undoes));
        await session.RowsAsync("write/decisions", cancellation, ("rows", new[] { new Dictionary<string, object?> { ["id"] = decision.Id, ["labels"] = new[] { "Decision" }, ["properties"] = properties } }));
        var held = await HeldFacts.ReadAsync(session, new[] { decision.A, decision.B }.Select(ShortForms.DocumentOf).Distinct(), cancellation);
        return await GraphUpdate.RunAsync(session, new(held, held, ActorGroups.Standing(decisions), ActorGroups.Standing([.. decisions, decision])), cancellation) ?? GraphChange.None;
    }

    internal static async Task<IReadOnlyList<DecisionRecord>> ReadAsync(IGraphSession session, CancellationToken cancellation)
    {
        var rows = await session.RowsAsync("search/decisions", cancellation);
        var undoneBy = rows.Where(row => row[7] is not null).ToDictionary(row => (string)row[7]!, row => (string)row[0]!, StringComparer.Ordinal);
        return rows.Select(row => new DecisionRecord((string)row[0]!, Words.To<Verdict>((string)row[3]!), (string)row[4]!, DateTimeOffset.ParseExact((string)row[5]!, "O", CultureInfo.InvariantCulture),
            (string)row[6]!, Side(row, 1, 8), Side(row, 2, 11), (string?)row[7], undoneBy.GetValueOrDefault((string)row[0]!))).ToList();
    }

    private static DecidedSide Side(IReadOnlyList<object?> row, int sighting, int first) => new((string)row[sighting]!, (string?)row[first], (string?)row[first + 1], (string?)row[first + 2]);

    private static async Task<(string Sighting, string Name, string Type)> SightedAsync(IGraphSession session, string asked, CancellationToken cancellation)
    {
        var rows = await session.RowsAsync("search/sighting", cancellation, ("id", asked));
        if (rows.Count == 0 && !asked.Contains('#', StringComparison.Ordinal)) rows = await session.RowsAsync("search/sighting", cancellation, ("id", (await new ActorLookup(session).FindAsync(asked, cancellation)).Chosen.Id));
        if (rows.Count == 0) throw new GraphException(ErrorCodes.ActorNotFound, $"No document held has the sighting '{asked}'.");
        return ((string)rows[0][0]!, (string)rows[0][1]!, (string)rows[0][2]!);
    }

    private static GraphException Invalid(string message) => new(ErrorCodes.DecisionInvalid, "This cannot be decided: " + message);
}

/// <summary>A decision that was just made, and what followed from it.</summary>
public sealed record Decided(DecisionRecord Decision, GraphChange Change);

/// <summary>A decision as it stands in the graph.</summary>
/// <param name="Undoes">Id of the decision it takes back, else null.</param>
/// <param name="UndoneBy">Id of the decision that took it back; null while it counts.</param>
public sealed record DecisionRecord(string Id, Verdict Verdict, string Author, DateTimeOffset At, string Reason, DecidedSide A, DecidedSide B, string? Undoes, string? UndoneBy);

/// <param name="Name">What its document calls it; null, as are the next two, where that document is not held.</param>
/// <param name="Actor">Id of the actor it belongs to now.</param>
public sealed record DecidedSide(string Sighting, string? Name, string? Actor, string? ActorName);
