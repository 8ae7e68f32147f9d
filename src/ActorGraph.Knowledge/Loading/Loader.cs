using ActorGraph.Facts;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge.Loading;

public enum DocumentChange { Added, Updated, Unchanged }

/// <param name="Changes">What became of each document given, by its id.</param>
/// <param name="Change">What follows from them; null where the graph stayed as it was.</param>
public sealed record LoadReport(IReadOnlyDictionary<string, DocumentChange> Changes, GraphChange? Change);

/// <summary>Keeps a graph in step with the documents it is given.</summary>
public sealed class Loader(IGraphDatabase database)
{
    /// <summary>Loads documents in one transaction: all of them, or after a failure none. Loading one again changes nothing, unless something new is said about it.</summary>
    /// <exception cref="GraphException">The database failed; nothing was written.</exception>
    public async Task<LoadReport> LoadAsync(IReadOnlyList<DocumentFacts> documents, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, cancellation);
        var (held, decisions) = await HeldFacts.ReadAsync(session, cancellation);
        var after = held.ToDictionary(facts => facts.Document.Id);
        var changes = new Dictionary<string, DocumentChange>();
        foreach (var facts in documents)
        {
            var id = facts.Document.Id;
            var known = after.GetValueOrDefault(id);
            after[id] = known is null ? facts : facts with { Document = Joined(known.Document, facts.Document) };
            changes[id] = known is null ? DocumentChange.Added
                : after[id].Document == known.Document && facts.Extraction == known.Extraction ? changes.GetValueOrDefault(id, DocumentChange.Unchanged)
                : changes.GetValueOrDefault(id) is DocumentChange.Added && changes.ContainsKey(id) ? DocumentChange.Added : DocumentChange.Updated;
        }
        var change = await GraphUpdate.RunAsync(session, held, decisions, after.Values.ToList(), decisions, cancellation);
        if (change is not null) await session.CommitAsync(cancellation);
        return new(changes, change);
    }

    /// <summary>What is given with a later load is added to what was given before.</summary>
    private static Document Joined(Document known, Document given) => given with
    {
        Title = given.Title ?? known.Title, Source = given.Source ?? known.Source, PublishedAt = given.PublishedAt ?? known.PublishedAt, Author = given.Author ?? known.Author,
    };
}
