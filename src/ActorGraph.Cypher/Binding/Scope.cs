using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Binding;

/// <summary>What a variable is known to hold when the statement is compiled.</summary>
public enum ValueKind { Any, Node, Relationship, RelationshipList, Path, Boolean, Number, Text, List, Map }

/// <param name="Slot">Its place in the row.</param>
internal sealed record Symbol(string Name, int Slot, ValueKind Kind);

/// <summary>The variables that can be seen at a place, in the order in which they came.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Symbol> symbols = new(StringComparer.Ordinal);

    public Scope(IEnumerable<Symbol>? symbols = null)
    {
        foreach (var symbol in symbols ?? []) Add(symbol);
    }

    public IReadOnlyCollection<Symbol> Symbols => symbols.Values;

    public Symbol? Find(string name) => symbols.GetValueOrDefault(name);

    public void Add(Symbol symbol) => symbols[symbol.Name] = symbol;

    public Scope Copy() => new(symbols.Values);
}

/// <summary>A query whose variables have slots.</summary>
/// <param name="Columns">Of the result; empty where nothing is returned.</param>
public sealed record BoundQuery(Query Query, IReadOnlyList<BoundColumns> Parts, int SlotCount);

/// <summary>The result columns of one part of a UNION.</summary>
public sealed record BoundColumns(IReadOnlyList<(string Name, int Slot)> Columns);
