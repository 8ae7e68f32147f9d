using System.Text.Encodings.Web;
using System.Text.Json;
using ActorGraph.Graph;

namespace ActorGraph.Knowledge;

/// <summary>
/// A graph as text that two databases share exactly when they hold the same: a line of JSON a node or relationship, properties and lines in ordinal
/// order, without internal ids.
/// </summary>
public static class CanonicalDump
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="GraphException">The database failed.</exception>
    public static async Task WriteAsync(IGraphDatabase database, TextWriter output, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var nodes = (await session.RowsAsync("search/every-node", cancellation))
            .Select(row => JsonSerializer.Serialize(new { labels = Statements.Texts(row[0]).Order(StringComparer.Ordinal), properties = Sorted(row[1]) }, Json));
        var relationships = (await session.RowsAsync("search/every-relationship", cancellation))
            .Select(row => JsonSerializer.Serialize(new { type = row[0], start = row[1], end = row[2], properties = Sorted(row[3]) }, Json));
        foreach (var line in nodes.Order(StringComparer.Ordinal).Concat(relationships.Order(StringComparer.Ordinal)))
        {
            cancellation.ThrowIfCancellationRequested();
            await output.WriteAsync(line);
            await output.WriteAsync('\n');
        }
    }

    private static SortedDictionary<string, object?> Sorted(object? properties)
        => new(((IReadOnlyDictionary<string, object?>)properties!).ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal);
}
