using System.Text;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Records;
using GraphQL;
using GraphQL.Builders;
using GraphQL.DataLoader;
using GraphQL.Types;
using GraphQL.Validation.Complexity;

namespace ActorGraph.Api.GraphQl;

/// <summary>A page of a list as Relay has it.</summary>
/// <param name="Count">Asked only when the question asks.</param>
internal sealed record Connection<T>(Page<T> Page, PageRequest Request, Func<IDataLoaderResult<long>> Count)
{
    public IEnumerable<Edge<T>> Edges => Page.Rows.Select(row => new Edge<T>(Cursors.Of(row.Key), row.Row));
}

internal sealed record Edge<T>(string Cursor, T Node);

/// <param name="Start">Cursor of the first row, null without rows.</param>
internal sealed record PageInfo(bool HasNext, bool HasPrevious, string? Start, string? End);

/// <summary>Cursors say behind which row a page begins, not how many rows stand before it: writes move nothing.</summary>
internal static class Cursors
{
    private const char Between = '\n';

    public static string Of(Keyset key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key.Day + Between + key.Id));

    public static Keyset Read(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(Between) is [var day, var id]) return new(day, id);
        throw new GraphException(ErrorCodes.FilterInvalid, $"after is '{cursor}'; take it from a cursor of the same list.");
    }
}

internal sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Where a page stands in its list.";
        Field("hasNextPage", p => p.HasNext).Description("Whether there are more: ask again with after: endCursor.");
        Field("hasPreviousPage", p => p.HasPrevious).Description("Whether the page began after a cursor.");
        Field("startCursor", p => p.Start, nullable: true).Description("Cursor of the first.");
        Field("endCursor", p => p.End, nullable: true).Description("Cursor of the last.");
    }
}

internal sealed class EdgeType<TNode, T> : ObjectGraphType<Edge<T>> where TNode : GraphType
{
    public EdgeType()
    {
        Name = ConnectionType<TNode, T>.Of + "Edge";
        Description = "One of a list, with where it stands.";
        Field("cursor", e => e.Cursor).Description("Begin the next page behind this one with after.");
        Field("node", e => e.Node, type: typeof(NonNullGraphType<TNode>)).Description("What stands there.");
    }
}

internal sealed class ConnectionType<TNode, T> : ObjectGraphType<Connection<T>> where TNode : GraphType
{
    private const double CountImpact = 50;

    internal static readonly string Of = typeof(TNode).Name[..^"Type".Length];

    public ConnectionType()
    {
        Name = Of + "Connection";
        Description = "A page of a list.";
        Field("nodes", c => c.Page.Rows.Select(row => row.Row), type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<TNode>>>)).Description("What is on the page.").WithComplexityImpact(1, 1);
        Field("edges", c => c.Edges, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<EdgeType<TNode, T>>>>)).Description("The same, each with its cursor.").WithComplexityImpact(1, 1);
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Description("Where the page stands.").Resolve(context =>
        {
            var (page, request, _) = context.Source;
            return new PageInfo(page.HasMore, request.After is not null, page.Rows.Count == 0 ? null : Cursors.Of(page.Rows[0].Key), page.Rows.Count == 0 ? null : Cursors.Of(page.Rows[^1].Key));
        });
        Field<NonNullGraphType<IntGraphType>>("totalCount").Description("How many there are on all pages; counted only when asked for.").WithComplexityImpact(CountImpact)
            .Resolve(context => context.Source.Count());
    }
}

/// <summary>What every list asks.</summary>
internal static class Paging
{
    private const int Usual = 20;

    public static FieldBuilder<TSource, object> Paged<TSource>(this FieldBuilder<TSource, object> field, double impact = 5) => field
        .Argument<NonNullGraphType<IntGraphType>>("first", argument => (argument.Description, argument.DefaultValue) = ($"How many: 0 to {Limits.MostRows}.", Usual))
        .Argument<StringGraphType>("after", "Cursor of the one behind which the page begins; else it begins at the first.")
        .WithComplexityImpact(context => new FieldComplexityResult(impact, Math.Max(1, context.GetArgument("first", Usual))));

    public static PageRequest Of(IResolveFieldContext context)
        => new(context.GetArgument<string?>("after") is { } after ? Cursors.Read(after) : null, QueryType.Within(context.GetArgument<int>("first"), Limits.MostRows));

    /// <summary>A page of a list of its own.</summary>
    public static IDataLoaderResult<Connection<T>> Root<T>(IResolveFieldContext context, Func<IGraphSession, PageRequest, Task<Page<T>>> page, Func<IGraphSession, Task<long>> count)
    {
        var request = Of(context);
        return Reads.Once(context, async session => new Connection<T>(await page(session, request), request, () => Reads.Once(context, count)));
    }

    /// <summary>A page of a list that every one of many has; all are read together.</summary>
    public static IDataLoaderResult<Connection<T>> Each<T>(IResolveFieldContext context, string id, Func<IGraphSession, PageRequest, IReadOnlyList<string>, CancellationToken, Task<IReadOnlyDictionary<string, Page<T>>>> page, ReadMany<long> counts)
    {
        var request = Of(context);
        return Reads.FieldBatch<Page<T>>(context, "page", (session, ids, cancellation) => page(session, request, ids, cancellation))
            .Load(id, found => new Connection<T>(found ?? Page<T>.Empty, request, () => Reads.FieldBatch(context, "count", counts).Load(id)));
    }
}
