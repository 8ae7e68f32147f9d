using ActorGraph.Graph;
using ActorGraph.Knowledge;

namespace ActorGraph.Benchmarks;

/// <summary>Writes the generated diplomacy graph into a database in the shape that the loader gives documents.</summary>
internal static class SyntheticGraph
{
    private const int RowsAtOnce = 10_000;

    public static async Task<long> LoadAsync(IGraphDatabase database, string csv)
    {
        await GraphSchema.EnsureAsync(database, default);
        var written = 0L;
        await WriteAsync("persons", "UNWIND $rows AS row CREATE (:Actor:Person {id: 'person:' + row[0], name: row[1], aliases: [], called: [1]})");
        await WriteAsync("countries", "UNWIND $rows AS row CREATE (:Actor:Country {id: 'country:' + row[0], name: row[1], aliases: [], called: [1]})");
        await WriteAsync("orgs", "UNWIND $rows AS row CREATE (:Actor:Organization {id: 'organization:' + row[0], name: row[1], aliases: [], called: [1]})");
        await WriteAsync("meetings", "UNWIND $rows AS row CREATE (:Meeting {id: 'meeting:' + row[0], title: row[1], kind: 'meeting', status: 'occurred', earliest: row[2], latest: row[2], datePrecision: 'day', dateBasis: 'stated', disputed: false})");
        await WriteAsync("attended", """
            UNWIND $rows AS row MATCH (a:Actor {id: 'person:' + row[0]}) MATCH (b:Meeting {id: 'meeting:' + row[1]})
            CREATE (a)-[:PARTICIPATED_IN {id: 'in:' + row[0] + '-' + row[1], role: 'participant', status: 'occurred', documents: [], origins: []}]->(b)
            """);
        await WriteAsync("held_in", "UNWIND $rows AS row MATCH (a:Meeting {id: 'meeting:' + row[0]}) MATCH (b:Actor {id: 'country:' + row[1]}) CREATE (a)-[:HELD_IN {id: 'held:' + row[0], depth: 0}]->(b)");
        await WriteAsync("member_of", """
            UNWIND $rows AS row MATCH (a:Actor {id: 'person:' + row[0]}) MATCH (b:Actor {id: 'organization:' + row[1]})
            CREATE (a)-[:MEMBER_OF {id: 'tie:member-' + row[0] + '-' + row[1] + '-' + row[2], status: 'current', documents: [], origins: []}]->(b)
            """);
        await WriteAsync("based_in", "UNWIND $rows AS row MATCH (a:Actor {id: 'organization:' + row[0]}) MATCH (b:Actor {id: 'country:' + row[1]}) CREATE (a)-[:BASED_IN {id: 'tie:based-' + row[0], status: 'current', documents: [], origins: []}]->(b)");
        return written;

        // A transaction a batch: a server bounds what one may hold in memory.
        async Task WriteAsync(string file, string statement)
        {
            foreach (var rows in Rows($"{csv}/{file}.csv").Chunk(RowsAtOnce))
            {
                await using var session = await database.OpenAsync(SessionOptions.Write, default);
                await using (var result = await session.RunAsync(new(statement, new Dictionary<string, object?> { ["rows"] = GraphValue.From(rows) }), default))
                {
                    await foreach (var _ in result.Rows(default)) { }
                }

                await session.CommitAsync(default);
                written += rows.Length;
            }
        }
    }

    public static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split(','));
}
