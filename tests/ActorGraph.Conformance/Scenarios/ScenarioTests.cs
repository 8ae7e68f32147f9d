using ActorGraph.Conformance.Tck;
using ActorGraph.Graph;
using ActorGraph.Testing;

namespace ActorGraph.Conformance.Scenarios;

[Collection("Both databases")]
public class ScenarioTests(BothDatabases databases)
{
    private static readonly string[] Names = [BothDatabases.Embedded, BothDatabases.Neo4j];

    public static TheoryData<string, string> Cases() => Pairs(Scenario.All.Keys);

    private static IEnumerable<string> FileNames => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "cypher"), "*.cypher", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Path.Combine(Repository.Root, "cypher"), path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public static TheoryData<string, string> Files() => Pairs(FileNames);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task Both_databases_answer_alike(string name, string id)
    {
        var database = await databases.OpenAsync(name);
        var scenario = Scenario.All[id].For(name);
        try
        {
            foreach (var text in scenario.Schema ?? [])
            {
                await using var session = await database.OpenAsync(SessionOptions.Write, default);
                await RunAsync(session, text);
                await session.CommitAsync(default);
            }

            await AskAsync(database, scenario);
        }
        finally
        {
            // What failed in the transaction was taken back with it; what was committed was not.
            if (scenario.Schema is not null || scenario.Error?.StartsWith("COMMIT:", StringComparison.Ordinal) == true) await databases.ForgetAsync(name);
        }
    }

    [Fact]
    public void There_are_at_least_two_hundred_and_a_difference_has_its_reason()
    {
        Assert.True(Scenario.All.Count >= 200, $"There are {Scenario.All.Count}.");
        Assert.All(Scenario.All.Values.Where(scenario => scenario.Neo4j is not null), scenario => Assert.EndsWith(".", scenario.Neo4j!.Because));
    }

    [Fact]
    public void Every_statement_of_the_program_has_a_scenario() => Assert.Empty(FileNames.Except(Scenario.All.Values.Select(scenario => scenario.File + ".cypher")));

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task Every_statement_of_the_program_is_understood_by_both(string name, string file)
    {
        var database = await databases.OpenAsync(name);
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        var (_, _, summary) = await RunAsync(session, "EXPLAIN " + await File.ReadAllTextAsync(Path.Combine(Repository.Root, "cypher", file)));
        Assert.False(string.IsNullOrEmpty(summary.Plan));
    }

    private static async Task AskAsync(IGraphDatabase database, Scenario scenario)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        foreach (var setup in scenario.Before) await RunAsync(session, setup);
        if (scenario.Error is { } error)
        {
            var atCommit = error.StartsWith("COMMIT:", StringComparison.Ordinal);
            var failure = await Assert.ThrowsAsync<GraphException>(async () =>
            {
                await RunAsync(session, scenario.Text, scenario.Values);
                if (atCommit) await session.CommitAsync(default);
            });
            Assert.Equal(atCommit ? error["COMMIT:".Length..] : error, failure.Code);
            return;
        }

        var values = new Dictionary<string, object?>(scenario.Values);
        foreach (var (name, text) in scenario.Ask ?? []) values[name] = (await RunAsync(session, text)).Rows.Select(row => row[0]).ToList();
        var (columns, rows, summary) = await RunAsync(session, scenario.Text, values);
        if (scenario.Then is not null) (columns, rows, _) = await RunAsync(session, scenario.Then);
        Assert.Equal(scenario.Columns, columns);
        var cells = new ValueText(scenario.ListsInAnyOrder);
        string Line(IEnumerable<string> row) => string.Join(" | ", row.Select((cell, i) => scenario.Mask?.Contains(i) == true ? "*" : cell));
        var expected = (scenario.Rows ?? []).Select(row => Line(row.Select(cells.Expected)));
        var actual = rows.Select(row => Line(row.Select(cells.Of)));
        Assert.Equal(scenario.Ordered ? expected : expected.Order(StringComparer.Ordinal), scenario.Ordered ? actual : actual.Order(StringComparer.Ordinal));
        if (scenario.Summary is null) return;
        long Told(string counter) => scenario.Summary.GetValueOrDefault(counter);
        Assert.Equal(new ResultSummary(Told("nodesCreated"), Told("nodesDeleted"), Told("relationshipsCreated"), Told("relationshipsDeleted"),
            Told("propertiesSet"), Told("labelsAdded"), Told("labelsRemoved")), summary);
    }

    private static async Task<(IReadOnlyList<string> Columns, List<IReadOnlyList<object?>> Rows, ResultSummary Summary)> RunAsync(IGraphSession session, string text, IReadOnlyDictionary<string, object?>? parameters = null)
    {
        await using var result = await session.RunAsync(new Statement(text, parameters ?? new Dictionary<string, object?>()), default);
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in result.Rows(default)) rows.Add(row);
        return (result.Columns, rows, result.Summary);
    }

    private static TheoryData<string, string> Pairs(IEnumerable<string> ids)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var id in ids)
        {
            foreach (var name in Names) pairs.Add(name, id);
        }

        return pairs;
    }
}
