using System.Text.Json;
using ActorGraph.Testing;

namespace ActorGraph.Conformance.Scenarios;

/// <summary>One question to a database and what it must answer; stands in a JSON file beside this one.</summary>
/// <param name="Graph">A statement of <c>graphs/</c> before everything in the transaction, by name.</param>
/// <param name="File">The statement is this one of <c>cypher/</c>, by folder and name.</param>
/// <param name="Ask">Parameters that are the first column of a statement, for inner ids.</param>
/// <param name="Then">Asked after the statement, and answered by the rows; for what a statement of the program writes.</param>
/// <param name="Mask">Columns, from 0, of inner ids, which are not compared.</param>
/// <param name="Neo4j">What Neo4j answers instead, by its own choice.</param>
/// <param name="Schema">Statements before everything, each committed.</param>
/// <param name="Setup">Statements in the transaction of the question, before it.</param>
/// <param name="Rows">Cells as the openCypher TCK writes values.</param>
/// <param name="Ordered">Whether the order of the rows counts.</param>
/// <param name="ListsInAnyOrder">Whether the lists in the rows are collected in no promised order.</param>
/// <param name="Error">The code; with COMMIT: before it where a database may wait for the commit to say so.</param>
/// <param name="Summary">Counters that must be told; null: not looked at.</param>
public sealed record Scenario(string Name, string Statement = "", string? Graph = null, string? File = null, Dictionary<string, string>? Ask = null, string? Then = null, int[]? Mask = null, Difference? Neo4j = null, string[]? Schema = null, string[]? Setup = null, JsonElement? Parameters = null, string[]? Columns = null,
    string[][]? Rows = null, bool Ordered = false, bool ListsInAnyOrder = false, string? Error = null, Dictionary<string, long>? Summary = null)
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "ActorGraph.Conformance", "Scenarios");

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyDictionary<string, Scenario> All { get; } = Directory.EnumerateFiles(Folder, "*.json")
        .Order(StringComparer.Ordinal)
        .SelectMany(path => JsonSerializer.Deserialize<Scenario[]>(System.IO.File.ReadAllText(path), Options)!.Select(scenario => (Id: $"{Path.GetFileNameWithoutExtension(path)}: {scenario.Name}", scenario)))
        .ToDictionary(one => one.Id, one => one.scenario);

    public string Text => File is null ? Statement : System.IO.File.ReadAllText(Path.Combine(Repository.Root, "cypher", File + ".cypher"));

    /// <summary>What the database of this name must answer.</summary>
    public Scenario For(string database) => database == BothDatabases.Neo4j && Neo4j is { } difference
        ? this with { Columns = difference.Columns, Rows = difference.Rows, Error = difference.Error, Summary = null } : this;

    /// <summary>Every statement before the question, in the same transaction.</summary>
    public IEnumerable<string> Before => (Graph is null ? [] : new[] { System.IO.File.ReadAllText(Path.Combine(Folder, "graphs", Graph + ".cypher")) }).Concat(Setup ?? []);

    public IReadOnlyDictionary<string, object?> Values => Parameters is { } map ? (IReadOnlyDictionary<string, object?>)Value(map)! : new Dictionary<string, object?>();

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.TryGetInt64(out var integer) ? (object)integer : json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        _ => json.EnumerateObject().ToDictionary(entry => entry.Name, entry => Value(entry.Value)),
    };
}

/// <param name="Because">Why it differs.</param>
public sealed record Difference(string Because, string[]? Columns = null, string[][]? Rows = null, string? Error = null);
