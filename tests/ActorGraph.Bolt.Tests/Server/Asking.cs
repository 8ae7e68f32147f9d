using ActorGraph.Graph;

namespace ActorGraph.Bolt.Tests.Server;

/// <summary>Short ways to ask a database something.</summary>
internal static class Asking
{
    public static async Task<List<IReadOnlyList<object?>>> RowsAsync(this IGraphSession session, string text, params (string Key, object? Value)[] parameters)
        => (await RunAsync(session, text, parameters)).Rows;

    public static async Task<object?> OneAsync(this IGraphSession session, string text, params (string Key, object? Value)[] parameters)
        => Assert.Single(Assert.Single(await session.RowsAsync(text, parameters)));

    public static async Task<(List<IReadOnlyList<object?>> Rows, ResultSummary Summary)> RunAsync(this IGraphSession session, string text, params (string Key, object? Value)[] parameters)
    {
        await using var result = await session.RunAsync(new Statement(text, parameters.ToDictionary(p => p.Key, p => p.Value)), default);
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in result.Rows(default)) rows.Add(row);
        return (rows, result.Summary);
    }

    public static async Task WriteAsync(this IGraphDatabase database, string text, params (string Key, object? Value)[] parameters)
    {
        await using var session = await database.OpenAsync(SessionOptions.Write, default);
        await session.RowsAsync(text, parameters);
        await session.CommitAsync(default);
    }

    public static async Task<object?> ReadAsync(this IGraphDatabase database, string text, params (string Key, object? Value)[] parameters)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        return await session.OneAsync(text, parameters);
    }
}
