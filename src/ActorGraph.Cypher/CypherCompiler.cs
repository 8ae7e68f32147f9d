using System.Collections.Concurrent;
using ActorGraph.Cypher.Binding;
using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Planning.Rewrites;
using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher;

/// <summary>A statement ready to run.</summary>
/// <param name="Columns">Names of the result's columns and the slots that hold them; empty where nothing is returned.</param>
/// <param name="Slots">How many values a row has.</param>
/// <param name="Writes">Whether it changes data or schema.</param>
public sealed record CompiledStatement(Plan Plan, IReadOnlyList<(string Name, int Slot)> Columns, int Slots, bool Writes, bool IsExplain, SourceText Source, SchemaSnapshot Schema);

/// <summary>openCypher text → checked logical plan. Knows no storage.</summary>
public sealed class CypherCompiler
{
    private const int Kept = 500;

    private readonly ConcurrentDictionary<(string Text, long Schema), CompiledStatement> compiled = new();

    /// <exception cref="Graph.GraphException">The text is wrong; code, place and a caret line say where.</exception>
    public CompiledStatement Compile(string text, SchemaSnapshot schema)
    {
        if (compiled.TryGetValue((text, schema.Version), out var known)) return known;
        var source = new SourceText(text);
        var (syntax, isExplain) = Parser.Parse(source);
        var statement = syntax switch
        {
            SchemaCommand command => new CompiledStatement(new ChangeSchema(command), SchemaColumns(command), 8,
                command.Action is not (SchemaAction.ShowIndexes or SchemaAction.ShowConstraints), isExplain, source, schema),
            Query query => CompileQuery(query, isExplain, source, schema),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (compiled.Count >= Kept) compiled.Clear();
        compiled[(text, schema.Version)] = statement;
        return statement;
    }

    /// <summary>What each stage makes of a query, in its printed form.</summary>
    /// <exception cref="Graph.GraphException">The text is wrong, or is a schema command, which has no stages.</exception>
    public static (string Parsed, string Bound, string Planned, string Rewritten) Stages(string text, SchemaSnapshot schema)
    {
        var source = new SourceText(text);
        var query = Parser.Parse(source).Item1 as Query ?? throw new Graph.GraphException(Graph.ErrorCodes.NotSupported, "A schema command has no stages to print.");
        var bound = Binder.Bind(source, query);
        var (plan, _) = Planner.Plan(bound, schema);
        return (QueryText.Of(query), QueryText.Of(bound.Query), PlanText.Of(plan), PlanText.Of(Rewriter.Rewrite(plan)));
    }

    private static CompiledStatement CompileQuery(Query query, bool isExplain, SourceText source, SchemaSnapshot schema)
    {
        var bound = Binder.Bind(source, query);
        var (plan, slots) = Planner.Plan(bound, schema);
        return new CompiledStatement(Rewriter.Rewrite(plan), Planner.ColumnsOf(bound.Query.Parts[0]), slots, Writes(bound.Query), isExplain, source, schema);
    }

    private static bool Writes(Query query) => query.Parts.SelectMany(part => part.Clauses).Any(clause
        => clause is Create or Merge or SetClause or RemoveClause or Delete or Foreach || clause is CallSubquery call && Writes(call.Query));

    private static List<(string, int)> SchemaColumns(SchemaCommand command)
        => command.Action is SchemaAction.ShowIndexes or SchemaAction.ShowConstraints ? [("name", 0), ("type", 1), ("entityType", 2), ("labelsOrTypes", 3), ("properties", 4)] : [];
}
