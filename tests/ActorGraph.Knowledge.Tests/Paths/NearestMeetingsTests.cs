using System.Text.Json;
using ActorGraph.Engine;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Knowledge.Tests.Paths;

/// <summary>What a server is asked for in one journey is what the search finds step by step.</summary>
public sealed class NearestMeetingsTests
{
    private const int People = 24;
    private const int Meetings = 50;
    private const int HubDegree = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Far_and_near_tell_the_same_whole_answers(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-nearest-").FullName;
        try
        {
            await using var graph = EmbeddedGraph.Open(folder);
            var random = new Random(seed);
            await WriteAsync(graph, random);
            var far = new DistantDatabase(graph);
            var (atOnce, inOne, inOneWithMore) = (0, 0, 0);
            for (var i = 0; i < 60; i++)
            {
                var (from, to) = (i % People, (i % People + 1 + random.Next(People - 1)) % People);
                var filter = new PathFilter { Relations = [PathRelations.Met], Hubs = i % 2 == 0 ? Hubs.Avoid : Hubs.Block, MaximumSteps = i % 5 == 0 ? 3 : 4, Status = i % 7 == 0 ? ["occurred", "planned"] : null };
                var question = new PathQuestion($"person:{from}", $"person:{to}", filter, 1 + (i % 3));
                var (before, asked) = (far.Expansions, far.Statements);
                var (near, told) = (await AskAsync(graph, question), await AskAsync(far, question));
                // What would help where there is no path is searched for until a limit, which each reaches in its own way.
                if (near.Results.Count == 0) Assert.Empty(told.Results);
                else Assert.Equal(JsonSerializer.Serialize(near), JsonSerializer.Serialize(told));
                if (far.Expansions == before) atOnce++;
                if (far.Statements == asked + 1) inOneWithMore++;
                // Who does not ask whether there are more is told the same paths, by one statement where one finds them.
                var (expansions, statements) = (far.Expansions, far.Statements);
                var alone = await AskAsync(far, question with { AsksForMore = false });
                Assert.Equal(JsonSerializer.Serialize(told.Results), JsonSerializer.Serialize(alone.Results));
                Assert.False(alone.HasMore);
                if (far.Expansions == expansions && far.Statements == statements + 1) inOne++;
            }

            Assert.True(inOne > inOneWithMore, $"{inOne} answers took one statement, and {inOneWithMore} with whether there are more.");
            Assert.True(atOnce >= 10, $"Only {atOnce} answers needed no step of a search, which compares little.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<PathAnswer> AskAsync(IGraphDatabase database, PathQuestion question)
        => await new PathFinder(database, PathLimits.Default with { HubDegree = HubDegree }).FindAsync(question, default) with { Searched = "" };

    /// <summary>Meetings of two to four; somebody is at many of them, somebody is a country, some are only planned, some have two accounts and a place.</summary>
    private static async Task WriteAsync(EmbeddedGraph graph, Random random)
    {
        await GraphSchema.EnsureAsync(graph, default);
        await using var session = await graph.OpenAsync(SessionOptions.Write, default);
        for (var i = 0; i < People; i++) await RunAsync(session, $"CREATE (:Actor:{(i % 9 == 8 ? "Country" : "Person")} {{id: 'person:{i}', name: 'P{i}'}})");
        await RunAsync(session, "CREATE (:Place {id: 'place:p', name: 'P', kind: 'city'}), (:Document {id: 'doc:a', title: 'T', source: 'S', origin: 'doc:a'})<-[:IN]-(:Article {id: 'doc:a/1'})");
        for (var i = 0; i < Meetings; i++)
        {
            await RunAsync(session, $"CREATE (:Meeting {{id: 'meeting:{random.Next(100):000}-{i}', kind: 'meeting', status: 'occurred', number: {i}}})");
            var people = Enumerable.Range(0, 2 + random.Next(3)).Select(_ => random.Next(6) == 0 ? 5 : random.Next(People)).Distinct();
            foreach (var person in people)
                await RunAsync(session, $"MATCH (a:Actor {{id: 'person:{person}'}}) MATCH (m:Meeting {{number: {i}}}) CREATE (a)-[:PARTICIPATED_IN {{id: 'in:{i}-{person}', status: '{(random.Next(10) == 0 ? "planned" : "occurred")}', documents: ['doc:a'], origins: ['doc:a']}}]->(m)");
            if (i % 2 == 0)
                await RunAsync(session, $"MATCH (m:Meeting {{number: {i}}}) MATCH (p:Place) MATCH (a:Article) CREATE (m)-[:HELD_IN {{id: 'held:{i}', depth: 0}}]->(p), (:Evidence {{id: 'doc:a/1#{i}', fact: m.id, quote: 'They met.', start: 0, end: 9, participants: []}})-[:IN]->(a)");
        }

        await session.CommitAsync(default);
    }

    private static async Task RunAsync(IGraphSession session, string text)
    {
        await using var result = await session.RunAsync(new(text), default);
        await foreach (var _ in result.Rows(default)) { }
    }
}
