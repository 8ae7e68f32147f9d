using ActorGraph.Graph;

namespace ActorGraph.Knowledge;

/// <summary>The constraints and indexes that loading and searching rest on, the statements of <c>cypher/schema</c>; and what those of an older version of the program did not write.</summary>
public static class GraphSchema
{
    private const string Folder = "schema/";

    /// <summary>Makes what is missing of them; without effect where all are there.</summary>
    /// <exception cref="GraphException">The database failed, or data in it breaks a constraint.</exception>
    public static async Task EnsureAsync(IGraphDatabase database, CancellationToken cancellation)
    {
        // Whoever is not there is told at once; two programs that make the schema at one time get in each other's way for a moment.
        await (await database.OpenAsync(SessionOptions.Read, cancellation)).DisposeAsync();
        await Retrying.Default.RunAsync(() => WriteAsync(database, CypherLibrary.Names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)), cancellation), cancellation);
        // Neo4j writes no data in the transaction that changes the schema.
        await Retrying.Default.RunAsync(() => WriteAsync(database, ["write/weeks-of-older-meetings"], cancellation), cancellation);
    }

    private static async Task<bool> WriteAsync(IGraphDatabase database, IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, cancellation);
        foreach (var name in statements) await session.RowsAsync(name, cancellation);
        await session.CommitAsync(cancellation);
        return true;
    }
}
