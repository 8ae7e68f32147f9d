using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

public enum DocumentChange { Added, Updated, Unchanged }

/// <param name="Changes">What became of each document given, by its id.</param>
/// <param name="Refused">Why a document was not loaded though it was given, by its id: what is said of it does not hold together. The others are loaded.</param>
/// <param name="Change">What follows from them; null where the graph stayed as it was.</param>
public sealed record LoadReport(IReadOnlyDictionary<string, DocumentChange> Changes, GraphChange? Change, IReadOnlyDictionary<string, string> Refused);

/// <summary>Keeps a graph in step with the documents it is given. What a load costs depends on what the documents say and on what others tell of the same actors and weeks; hardly on how many documents are held besides. What is told of more than a month, or by a document without any day, may be of every meeting of the same people.</summary>
public sealed class Loader(IGraphDatabase database)
{
    /// <summary>Loads documents in one transaction: all of them, or after a failure none; one that does not hold together is refused alone. Loading one again changes nothing, unless something new is said about it.</summary>
    /// <exception cref="GraphException">The database failed; nothing was written.</exception>
    public async Task<LoadReport> LoadAsync(IReadOnlyList<DocumentFacts> documents, CancellationToken cancellation)
    {
        var refused = documents.DistinctBy(facts => facts.Document.Id).Select(facts => (facts.Document.Id, Problem: FactsCheck.Problem(facts))).Where(pair => pair.Problem is not null).ToDictionary(pair => pair.Id, pair => pair.Problem!, StringComparer.Ordinal);
        documents = documents.Where(facts => !refused.ContainsKey(facts.Document.Id)).ToList();
        await using var session = await database.OpenInTurnAsync(cancellation);
        var known = await KnownAsync(session, documents.Select(facts => facts.Document.Id).Distinct().ToList(), cancellation);
        var after = new Dictionary<string, DocumentFacts>(StringComparer.Ordinal);
        foreach (var facts in documents)
        {
            var (id, document) = (facts.Document.Id, facts.Document);
            if (after.TryGetValue(id, out var given)) document = Joined(given.Document, document);
            else if (known.TryGetValue(id, out var held)) document = Joined(held.Document, document);
            after[id] = facts with { Document = document };
        }

        var changes = after.ToDictionary(pair => pair.Key, pair => !known.TryGetValue(pair.Key, out var held) ? DocumentChange.Added
            : held.Document == pair.Value.Document with { Text = "" } && held.Extraction == pair.Value.Extraction ? DocumentChange.Unchanged : DocumentChange.Updated, StringComparer.Ordinal);
        var gone = await HeldFacts.ReadAsync(session, changes.Where(pair => pair.Value == DocumentChange.Updated).Select(pair => pair.Key), cancellation);
        var come = after.Values.Where(facts => changes[facts.Document.Id] != DocumentChange.Unchanged).ToList();
        if (come.Count == 0) return new(changes, null, refused);
        var standing = ActorGroups.Standing(await HeldFacts.DecisionsAsync(session, cancellation));
        var change = await GraphUpdate.RunAsync(session, new(gone, come, standing, standing), cancellation);
        if (change is not null) await session.CommitAsync(cancellation);
        return new(changes, change, refused);
    }

    /// <summary>What is held of these documents, without their texts.</summary>
    private static async Task<Dictionary<string, (Document Document, string Extraction)>> KnownAsync(IGraphSession session, IReadOnlyList<string> ids, CancellationToken cancellation)
        => (await session.RowsAsync("reach/documents", cancellation, ("documents", ids)))
            .ToDictionary(row => (string)row[0]!, row => (new Document((string)row[0]!, "", (string?)row[1], (string?)row[2], Words.ToDay((string?)row[3]), (string?)row[5]), (string)row[4]!), StringComparer.Ordinal);

    /// <summary>What is given with a later load is added to what was given before.</summary>
    private static Document Joined(Document known, Document given) => given with
    {
        Title = given.Title ?? known.Title, Source = given.Source ?? known.Source, PublishedAt = given.PublishedAt ?? known.PublishedAt, Author = given.Author ?? known.Author,
    };
}
