using ActorGraph.Cypher.Syntax;
using ActorGraph.Graph;

namespace ActorGraph.Cypher.Binding;

/// <summary>Gives every variable its slot in the row, and refuses what has no meaning.</summary>
internal sealed partial class Binder
{
    private readonly SourceText source;
    private int slots;

    private Binder(SourceText source) => this.source = source;

    /// <exception cref="GraphException">The statement is well formed but means nothing.</exception>
    public static BoundQuery Bind(SourceText source, Query query)
    {
        var binder = new Binder(source);
        var (bound, columns) = binder.BindQuery(query, new Scope(), isTop: true, allowsNoReturn: true);
        return new BoundQuery(bound, columns, binder.slots);
    }

    private int NewSlot() => slots++;

    private GraphException Wrong(string rule, string message, TextPosition position) => source.SyntaxError($"{message} ({rule})", position);

    private (Query Query, List<BoundColumns> Columns) BindQuery(Query query, Scope outer, bool isTop, bool allowsNoReturn)
    {
        var parts = new List<SingleQuery>();
        var columns = new List<BoundColumns>();
        foreach (var part in query.Parts)
        {
            CheckComposition(part, isTop, allowsNoReturn);
            var (bound, produced) = BindSingle(part, outer.Copy());
            parts.Add(bound);
            columns.Add(produced);
        }

        var first = columns[0].Columns.Select(column => column.Name).ToList();
        for (var i = 1; i < columns.Count; i++)
        {
            if (!columns[i].Columns.Select(column => column.Name).SequenceEqual(first))
            {
                throw Wrong("DifferentColumnsInUnion", "All sub queries in an UNION must have the same return column names", query.Parts[i].Position);
            }
        }

        return (query with { Parts = parts }, columns);
    }

    private (SingleQuery, BoundColumns) BindSingle(SingleQuery part, Scope scope)
    {
        var clauses = new List<Clause>();
        var columns = new List<(string, int)>();
        foreach (var clause in part.Clauses)
        {
            Clause bound;
            if (clause is Projection projection)
            {
                (bound, scope) = BindProjection(projection, scope);
                if (projection.IsReturn) columns.AddRange(scope.Symbols.Select(symbol => (symbol.Name, symbol.Slot)));
            }
            else if (clause is CallProcedure call && part.Clauses.Count == 1)
            {
                bound = BindStandaloneCall(call, scope);
            }
            else bound = BindClause(clause, scope);

            clauses.Add(bound);
        }

        return (part with { Clauses = clauses }, new BoundColumns(columns));
    }

    /// <summary>Which clause may follow which, and with which a query ends.</summary>
    private void CheckComposition(SingleQuery part, bool isTop, bool allowsNoReturn)
    {
        for (var i = 0; i < part.Clauses.Count; i++)
        {
            var clause = part.Clauses[i];
            var isLast = i == part.Clauses.Count - 1;
            if (clause is Projection { IsReturn: true } && !isLast) throw Wrong("InvalidClauseComposition", "RETURN can only be used at the end of the query", clause.Position);
            var isReading = clause is Match or Unwind or CallProcedure or CallSubquery;
            if (isReading && i > 0 && part.Clauses[i - 1] is Create or Merge or SetClause or RemoveClause or Delete or Foreach)
            {
                throw Wrong("InvalidClauseComposition", "WITH is required between an updating clause and a reading clause", clause.Position);
            }

            if (!isLast || clause is Projection { IsReturn: true } || !isTop && allowsNoReturn && clause is Match) continue;
            var ends = clause is Create or Merge or SetClause or RemoveClause or Delete or Foreach or CallSubquery
                || clause is CallProcedure { Yield: null, YieldStar: false } or CallProcedure && part.Clauses.Count == 1;
            if (!ends) throw Wrong("InvalidClauseComposition", $"Query cannot conclude with {Named(clause)} (must be a RETURN clause, an update clause, a unit subquery call, or a procedure call with no YIELD)", clause.Position);
        }
    }

    private static string Named(Clause clause) => clause switch
    {
        Projection => "WITH",
        Match => "MATCH",
        Unwind => "UNWIND",
        _ => "CALL",
    };
}
