using System.Text.Json;
using ActorGraph.Conformance.Scenarios;
using ActorGraph.Engine;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;
using ActorGraph.Knowledge.Paths;
using ActorGraph.Knowledge.Records;
using ActorGraph.Testing;

namespace ActorGraph.Conformance.Documents;

/// <summary>The same documents are the same graph: on both databases, in any order, after any detour.</summary>
[Collection("Both databases")]
public sealed class SameGraphTests(BothDatabases databases)
{
    private const int Pairs = 200;

    private static readonly (string From, string To, PathFilter Filter)[] Questions =
    [
        ("Kalin", "Haftar", PathFilter.None),
        ("Kalin", "Khalifa Haftar", new PathFilter { Relations = [PathRelations.Met], MaximumSteps = 2 }),
        ("Erdogan", "Sisi", PathFilter.None),
        ("Kalin", "Dbeibah", new PathFilter { Hubs = Hubs.Allow }),
        ("Sisi", "Haftar", new PathFilter { Hubs = Hubs.Block }),
        ("Haftar", "United Nations", new PathFilter { Status = PathRelations.AllStatuses }),
        ("Kalin", "Sisi", new PathFilter { Until = new DateOnly(2020, 1, 1), Undated = false }),
        ("Kabir", "Haftar", new PathFilter { MinimumOrigins = 3 }),
    ];

    [SkippableFact]
    public async Task The_seeds_and_dev_documents_are_one_graph_on_both_databases_with_the_same_answers()
    {
        var documents = DocumentSet.SeedsAndDev();
        var (embedded, neo4j) = (await FreshAsync(BothDatabases.Embedded), await FreshAsync(BothDatabases.Neo4j));
        foreach (var database in new[] { embedded, neo4j }) await DocumentSet.LoadAsync(database, documents);
        Assert.Equal(await DocumentSet.DumpAsync(embedded), await DocumentSet.DumpAsync(neo4j));
        foreach (var (from, to, filter) in Questions) Assert.Equal(await AnswerAsync(embedded, from, to, filter), await AnswerAsync(neo4j, from, to, filter));
        foreach (var name in new[] { "Hafter", "Türkiye", "Government of National Unity", "Nobodyofthisname" })
            Assert.Equal(Text(await new ActorCatalogue(embedded).SearchAsync(name, 10, null, default)), Text(await new ActorCatalogue(neo4j).SearchAsync(name, 10, null, default)));
        Assert.Equal(Text(await new ActorCatalogue(embedded).GetAsync("Kalin", 100, default)), Text(await new ActorCatalogue(neo4j).GetAsync("Kalin", 100, default)));
        Assert.Equal(await new ActorCatalogue(embedded).StatisticsAsync(default), await new ActorCatalogue(neo4j).StatisticsAsync(default));
        await new Retraction(embedded).RetractAsync(documents[3].Document.Id, default);
        await new Retraction(neo4j).RetractAsync(documents[3].Document.Id, default);
        Assert.Equal(await DocumentSet.DumpAsync(embedded), await DocumentSet.DumpAsync(neo4j));
        foreach (var name in new[] { BothDatabases.Embedded, BothDatabases.Neo4j }) await databases.ForgetAsync(name);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_interleaving_of_loads_and_retractions_ends_in_the_dump_of_a_fresh_load(int seed)
    {
        var documents = DocumentSet.SeedsAndDev();
        var random = new Random(seed);
        await databases.ForgetAsync(BothDatabases.Embedded);
        var graph = await databases.OpenAsync(BothDatabases.Embedded);
        var held = new Dictionary<string, DocumentFacts>();
        for (var step = 0; step < 40; step++)
        {
            var one = documents[random.Next(documents.Count)];
            if (held.Remove(one.Document.Id)) await new Retraction(graph).RetractAsync(one.Document.Id, default);
            else
            {
                held[one.Document.Id] = one;
                await DocumentSet.LoadAsync(graph, [one]);
            }
        }

        var dump = await DocumentSet.DumpAsync(graph);
        var again = await new Loader(graph).LoadAsync(held.Values.ToList(), default);
        Assert.All(again.Changes.Values, change => Assert.Equal(DocumentChange.Unchanged, change));
        await databases.ForgetAsync(BothDatabases.Embedded);
        var fresh = await databases.OpenAsync(BothDatabases.Embedded);
        await DocumentSet.LoadAsync(fresh, held.Values.Reverse().ToList());
        Assert.Equal(dump, await DocumentSet.DumpAsync(fresh));
        foreach (var id in held.Keys.ToList()) await new Retraction(fresh).RetractAsync(id, default);
        Assert.Equal("", await DocumentSet.DumpAsync(fresh));
        await databases.ForgetAsync(BothDatabases.Embedded);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_programs_that_load_at_once_end_in_the_graph_of_one(bool isSame)
    {
        var documents = DocumentSet.Seeds();
        var neo4j = await FreshAsync(BothDatabases.Neo4j);
        await DocumentSet.LoadAsync(neo4j, documents);
        var alone = await DocumentSet.DumpAsync(neo4j);
        await databases.ForgetAsync(BothDatabases.Neo4j);
        await using var other = await databases.OpenAnotherAsync();
        var (first, second) = isSame ? (documents, documents.Reverse().ToList()) : (documents.Take(2).ToList(), documents.Skip(2).ToList());
        await Task.WhenAll(OneByOneAsync(neo4j, first), OneByOneAsync(other, second));
        Assert.Equal(alone, await DocumentSet.DumpAsync(neo4j));
        await databases.ForgetAsync(BothDatabases.Neo4j);
    }

    private static async Task OneByOneAsync(IGraphDatabase database, IReadOnlyList<DocumentFacts> documents)
    {
        foreach (var document in documents) await DocumentSet.LoadAsync(database, [document]);
    }

    /// <summary>Pairs of people of one document, who are likelier connected, and some of anybody.</summary>
    [SkippableFact]
    public async Task Two_hundred_pairs_of_actors_are_connected_alike()
    {
        Need.Time();
        var documents = DocumentSet.SeedsAndDev();
        var (embedded, neo4j) = (await FreshAsync(BothDatabases.Embedded), await FreshAsync(BothDatabases.Neo4j));
        foreach (var database in new[] { embedded, neo4j }) await DocumentSet.LoadAsync(database, documents);
        List<string> ids;
        var together = new List<List<string>>();
        await using (var session = await embedded.OpenAsync(SessionOptions.Read, default))
        {
            ids = (await ActorReads.ListAsync(session, new(), new(null, 5_000), default)).Rows.Select(row => row.Row.Id).ToList();
            foreach (var document in documents)
                together.Add((await ActorReads.ListAsync(session, new(["person"], [document.Document.Id]), new(null, 5_000), default)).Rows.Select(row => row.Row.Id).ToList());
        }

        var random = new Random(Pairs);
        var connected = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var among = i % 4 > 0 ? together[i % together.Count] : ids;
            var (from, to) = (among[random.Next(among.Count)], among[random.Next(among.Count)]);
            var filter = i % 3 == 0 ? new PathFilter { Hubs = Hubs.Allow } : i % 3 == 1 ? new PathFilter { Relations = [PathRelations.Met] } : PathFilter.None;
            var answer = await AnswerAsync(embedded, from, to, filter);
            Assert.Equal(answer, await AnswerAsync(neo4j, from, to, filter));
            if (answer.StartsWith('{') && !answer.Contains("\"Results\":[]", StringComparison.Ordinal)) connected++;
        }

        Assert.True(connected >= Pairs / 4, $"Only {connected} of {Pairs} pairs are connected, which compares little.");
        foreach (var name in new[] { BothDatabases.Embedded, BothDatabases.Neo4j }) await databases.ForgetAsync(name);
    }

    private async Task<IGraphDatabase> FreshAsync(string name)
    {
        await databases.ForgetAsync(name);
        return await databases.OpenAsync(name);
    }

    private static async Task<string> AnswerAsync(IGraphDatabase database, string from, string to, PathFilter filter)
    {
        try
        {
            var answer = await new PathFinder(database).FindAsync(new(from, to, filter, 5), default);
            return Text(answer with { Searched = "" });
        }
        catch (GraphException failure) when (failure.IsUsersFault)
        {
            return failure.Message;
        }
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
