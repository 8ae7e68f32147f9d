using ActorGraph.Graph;

namespace ActorGraph.Knowledge;

/// <summary>Runs the statements of <see cref="CypherLibrary"/>.</summary>
internal static class Statements
{
    /// <summary>Every row of the statement with this name; its parameters are turned into values of the graph.</summary>
    public static async Task<List<IReadOnlyList<object?>>> RowsAsync(this IGraphSession session, string name, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        var values = parameters.ToDictionary(p => p.Name, p => GraphValue.From(p.Value));
        await using var result = await session.RunAsync(new(CypherLibrary.Get(name), values), cancellation);
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in result.Rows(cancellation)) rows.Add(row);
        return rows;
    }

    /// <summary>A list of texts in a row; none where the value is null.</summary>
    public static IReadOnlyList<string> Texts(object? value) => value is IEnumerable<object?> list ? list.OfType<string>().ToList() : [];
}
