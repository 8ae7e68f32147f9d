using ActorGraph.Graph;

namespace ActorGraph.Knowledge;

/// <summary>Runs the statements of <see cref="CypherLibrary"/>.</summary>
internal static class Statements
{
    /// <summary>Every row of the statement with this name; its parameters are turned into values of the graph.</summary>
    public static async Task<List<IReadOnlyList<object?>>> RowsAsync(this IGraphSession session, string name, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var result = await session.RunAsync(Named(name, parameters), cancellation);
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in result.Rows(cancellation)) rows.Add(row);
        return rows;
    }

    /// <summary>The statement with this name, for <see cref="IGraphSession.ReadAsync"/>; its parameters likewise.</summary>
    public static Statement Named(string name, params (string Name, object? Value)[] parameters) => new(CypherLibrary.Get(name), parameters.ToDictionary(p => p.Name, p => GraphValue.From(p.Value)));

    /// <summary>A list of texts in a row; none where the value is null.</summary>
    public static IReadOnlyList<string> Texts(object? value) => value is IEnumerable<object?> list ? list.OfType<string>().ToList() : [];
}
