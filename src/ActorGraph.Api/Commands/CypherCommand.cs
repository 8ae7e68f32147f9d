using System.CommandLine;
using System.Text.Json;
using ActorGraph.Graph;
using SessionOptions = ActorGraph.Graph.SessionOptions;
using ActorGraph.Knowledge;
using Spectre.Console;

namespace ActorGraph.Api.Commands;

/// <summary><c>cypher QUERY</c>: any openCypher statement.</summary>
internal static class CypherCommand
{
    private static readonly Argument<string> Query = new("QUERY") { Description = "The statement; @FILE reads it from a file, @NAME takes one of those that come with the program." };

    private static readonly Option<string[]> Parameters = new("--param") { Description = "A parameter, as name=3, name=\"text\", name=[1,2]: JSON, or plain text.", HelpName = "NAME=VALUE" };

    private static readonly Option<bool> Write = new("--write") { Description = "Let the statement change the graph." };

    public static Command Create() => new TaughtCommand("cypher", "Runs an openCypher statement: a table for people, an array of rows with --json.", [Query, Parameters, Write], RunAsync,
        ("actorgraph cypher @who-meets-most", "One of the statements of cypher/explore, by its name."),
        ("actorgraph cypher @sentences-of-a-meeting --param meeting=meeting:…", "One that asks for a parameter."),
        ("actorgraph cypher @question.cypher --json", "A statement of your own from a file, rows as JSON."),
        ("actorgraph cypher 'RETURN date($day) AS day' --param day=2025-08-25", "A statement on the line."),
        ("actorgraph cypher \"EXPLAIN $(cat question.cypher)\"", "The plan instead of the rows."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var statement = new Statement(Text(invocation.Value(Query)), Values(invocation.Value(Parameters) ?? []));
        var writes = invocation.Value(Write);
        await using var database = writes ? await invocation.OpenToWriteAsync() : invocation.OpenToRead();
        await using var session = await database.OpenAsync(writes ? SessionOptions.Write : SessionOptions.Read, invocation.Cancellation);
        ResultSummary summary;
        await using (var result = await session.RunAsync(statement, invocation.Cancellation))
        {
            if (invocation.Json) await PrintJsonAsync(invocation, result);
            else await PrintTableAsync(invocation, result);
            summary = result.Summary;
        }

        if (writes) await session.CommitAsync(invocation.Cancellation);
        if (summary.Plan is { } plan) invocation.Terminal.Out.WriteLine(plan.TrimEnd());
        if (writes && Changes(summary) is { Length: > 0 } changes) invocation.Terminal.Error.WriteLine(changes);
        return ExitCode.Done;
    }

    private static async Task PrintTableAsync(Invocation invocation, IGraphResult result)
    {
        if (result.Columns.Count == 0)
        {
            await foreach (var _ in result.Rows(invocation.Cancellation)) { }
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in result.Columns) table.AddColumn(Markup.Escape(column));
        long rows = 0;
        await foreach (var row in result.Rows(invocation.Cancellation))
        {
            if (++rows <= Limits.TableRows) table.AddRow(row.Select(value => (Spectre.Console.Rendering.IRenderable)new Text(Shown(value))).ToArray());
        }

        invocation.Terminal.Screen.Write(table);
        if (rows > Limits.TableRows) invocation.Terminal.Error.WriteLine($"The first {Limits.TableRows} of {rows} rows; --json prints them all.");
    }

    /// <summary>A row at a time, so that a result of any size can be piped on.</summary>
    private static async Task PrintJsonAsync(Invocation invocation, IGraphResult result)
    {
        var terminal = invocation.Terminal;
        var isFirst = true;
        terminal.Out.Write("[");
        await foreach (var row in result.Rows(invocation.Cancellation))
        {
            terminal.Out.WriteLine(isFirst ? "" : ",");
            terminal.WriteCompactJson(result.Columns.Zip(row).ToDictionary(cell => cell.First, cell => ValueText.Plain(cell.Second)));
            isFirst = false;
        }

        terminal.Out.WriteLine(isFirst ? "]" : $"{Environment.NewLine}]");
    }

    private static string Shown(object? value)
    {
        var text = ValueText.Cell(value).ReplaceLineEndings(" ");
        return text.Length <= Limits.CellCharacters ? text : text[..(Limits.CellCharacters - 1)] + "…";
    }

    private static string Text(string query)
    {
        if (!query.StartsWith('@')) return query;
        var name = query[1..];
        if (File.Exists(name)) return File.ReadAllText(name);
        var known = new[] { name, "explore/" + name }.FirstOrDefault(CypherLibrary.Names.Contains);
        if (known is not null) return CypherLibrary.Get(known);
        var explore = CypherLibrary.Names.Where(n => n.StartsWith("explore/", StringComparison.Ordinal)).Select(n => "@" + n["explore/".Length..]).ToList();
        throw new InputException($"There is no file {name}." + (explore.Count > 0 ? $" Statements that come with the program: {string.Join(", ", explore)}." : ""));
    }

    private static Dictionary<string, object?> Values(string[] parameters)
    {
        var values = new Dictionary<string, object?>();
        foreach (var parameter in parameters)
        {
            var at = parameter.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new InputException($"--param is '{parameter}'; write name=value.");
            values[parameter[..at]] = Value(parameter[(at + 1)..], parameter[..at]);
        }

        return values;
    }

    private static object? Value(string text, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Value(json.RootElement);
        }
        catch (JsonException wrong)
        {
            return text.Length > 0 && "{[\"".Contains(text[0], StringComparison.Ordinal) ? throw new InputException($"--param {name} begins like JSON and is none: {wrong.Message}") : text;
        }
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value)),
        _ => null,
    };

    private static string Changes(ResultSummary summary) => string.Join(", ", new (long Count, string What)[]
    {
        (summary.NodesCreated, "nodes created"), (summary.NodesDeleted, "nodes deleted"), (summary.RelationshipsCreated, "relationships created"), (summary.RelationshipsDeleted, "relationships deleted"),
        (summary.PropertiesSet, "properties set"), (summary.LabelsAdded, "labels added"), (summary.LabelsRemoved, "labels removed"),
    }.Where(change => change.Count > 0).Select(change => $"{change.What}: {change.Count}"));
}
