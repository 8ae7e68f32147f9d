using System.Text.RegularExpressions;
using ActorGraph.Engine;
using ActorGraph.Engine.Execution;
using ActorGraph.Graph;

namespace ActorGraph.Conformance.Tck;

/// <summary>Runs one scenario in one transaction, which is then taken back.</summary>
internal sealed class ScenarioRun(EmbeddedGraph graph, string folder)
{
    private static readonly SessionOptions Options = new(AccessMode.Write, TimeSpan.FromSeconds(5));

    private readonly Dictionary<string, object?> parameters = new(StringComparer.Ordinal);
    private readonly List<string> procedures = [];
    private IGraphSession session = null!;
    private GraphException? failure;
    private IReadOnlyList<string> columns = [];
    private List<IReadOnlyList<object?>> rows = [];
    private GraphState before = null!;

    /// <summary>Null where the scenario passes, else what is different.</summary>
    public async Task<string?> RunAsync(TckScenario scenario)
    {
        try
        {
            await using (session = await graph.OpenAsync(Options, default))
            {
                foreach (var step in scenario.Steps)
                {
                    if (await StepAsync(step) is { } difference) return difference;
                }
            }

            return null;
        }
        catch (Exception unexpected) when (unexpected is GraphException or FormatException or NotSupportedException or InvalidCastException or OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException)
        {
            return unexpected.GetType().Name + ": " + unexpected.Message.Split('\n')[0];
        }
        finally
        {
            foreach (var name in procedures) graph.Procedures.TryRemove(name, out _);
        }
    }

    private async Task<string?> StepAsync(TckStep step)
    {
        switch (step.Text.TrimEnd(':'))
        {
            case "an empty graph" or "any graph":
                return null;
            case "the binary-tree-1 graph" or "the binary-tree-2 graph":
                await QueryAsync(await File.ReadAllTextAsync(Path.Combine(folder, "graphs", step.Text.Split(' ')[1] + ".cypher")));
                return null;
            case "having executed":
                await QueryAsync(step.Document);
                return null;
            case "parameters are":
                foreach (var row in step.Table) parameters[row[0]] = (await ValuesAsync("RETURN " + row[1]))[0][0];
                return null;
            case "executing query":
                before = await GraphState.ReadAsync(session);
                await TryAsync(step.Document);
                return null;
            case "executing control query":
                await TryAsync(step.Document);
                return null;
            case "the result should be, in any order":
                return Compare(step.Table, inOrder: false, new ValueText(false));
            case "the result should be, in order":
                return Compare(step.Table, inOrder: true, new ValueText(false));
            case "the result should be (ignoring element order for lists)":
                return Compare(step.Table, inOrder: false, new ValueText(true));
            case "the result should be, in order (ignoring element order for lists)":
                return Compare(step.Table, inOrder: true, new ValueText(true));
            case "the result should be empty":
                return failure is not null ? Failed() : rows.Count == 0 ? null : $"{rows.Count} rows instead of none";
            case "no side effects":
                return failure is not null ? Failed() : (await GraphState.ReadAsync(session)).Difference(before, []);
            case "the side effects should be":
                return failure is not null ? Failed() : (await GraphState.ReadAsync(session)).Difference(before, step.Table);
        }

        if (step.Text.StartsWith("there exists a procedure", StringComparison.Ordinal))
        {
            Register(step);
            return null;
        }

        if (Regex.Match(step.Text, @"^an? (\w+) should be raised at (compile time|runtime|any time): (.+)$") is { Success: true } error)
        {
            return failure is null ? $"no {error.Groups[1].Value} was raised ({error.Groups[3].Value})" : null;
        }

        return $"the step '{step.Text}' is not known";
    }

    private string Failed() => $"{failure!.Code}: {failure.Message.Split('\n')[0]}";

    private async Task TryAsync(string query)
    {
        failure = null;
        try
        {
            rows = await ValuesAsync(query);
        }
        catch (GraphException failed)
        {
            failure = failed;
        }
    }

    private async Task QueryAsync(string query) => _ = await ValuesAsync(query);

    private async Task<List<IReadOnlyList<object?>>> ValuesAsync(string query)
    {
        await using var result = await session.RunAsync(new Statement(query, parameters), default);
        columns = result.Columns;
        var all = new List<IReadOnlyList<object?>>();
        await foreach (var row in result.Rows(default)) all.Add(row);
        return all;
    }

    private string? Compare(IReadOnlyList<IReadOnlyList<string>> table, bool inOrder, ValueText text)
    {
        if (failure is not null) return Failed();
        if (!table[0].SequenceEqual(columns)) return $"columns {string.Join(", ", columns)} instead of {string.Join(", ", table[0])}";
        var expected = table.Skip(1).Select(row => string.Join(" | ", row.Select(text.Expected))).ToList();
        var actual = rows.Select(row => string.Join(" | ", row.Select(text.Of))).ToList();
        if (!inOrder)
        {
            expected.Sort(StringComparer.Ordinal);
            actual.Sort(StringComparer.Ordinal);
        }

        if (expected.SequenceEqual(actual)) return null;
        return $"rows [{string.Join(" ; ", actual.Take(6))}] instead of [{string.Join(" ; ", expected.Take(6))}]";
    }

    private void Register(TckStep step)
    {
        var m = Regex.Match(step.Text, @"procedure (?<name>[\w.]+)\((?<in>[^)]*)\) :: (?:\((?<out>[^)]*)\)|VOID)");
        static List<string> Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split("::")[0].Trim()).ToList();
        var (inputs, outputs) = (Names(m.Groups["in"].Value), Names(m.Groups["out"].Value));
        var header = step.Table.Count > 0 ? step.Table[0].ToList() : [];
        var text = new ValueText(false);
        var data = step.Table.Skip(1).Select(row => row.ToList()).ToList();
        procedures.Add(m.Groups["name"].Value);
        graph.Procedures[m.Groups["name"].Value] = new Procedure(m.Groups["name"].Value, inputs, outputs, (_, arguments) => data
            .Where(row => inputs.Select((name, i) => text.Expected(row[header.IndexOf(name)]) == text.Of(arguments[i])).All(same => same))
            .Select(row => outputs.Select(name => Value(row[header.IndexOf(name)])).ToArray()));
    }

    private static object? Value(string cell) => cell == "null" ? null : cell.StartsWith('\'') ? cell.Trim('\'')
        : long.TryParse(cell, out var number) ? (object)number : double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
