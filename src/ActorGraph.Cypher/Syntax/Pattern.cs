using ActorGraph.Graph;

namespace ActorGraph.Cypher.Syntax;

public enum PathForm { Plain, Shortest, AllShortest }

/// <summary>One path of a pattern: nodes and relationships in turn.</summary>
/// <param name="Path">The variable of a named path, else null.</param>
/// <param name="Nodes">One more than <paramref name="Relationships"/>.</param>
public sealed record PatternPart(TextPosition Position, Variable? Path, PathForm Form, IReadOnlyList<NodePattern> Nodes, IReadOnlyList<RelationshipPattern> Relationships);

/// <param name="Variable">Named by the binder where the text does not.</param>
/// <param name="Properties">A map literal or a parameter, else null.</param>
public sealed record NodePattern(TextPosition Position, Variable? Variable, LabelExpression? Labels, Expression? Properties, Expression? Where);

public enum Direction { Outgoing, Incoming, Both }

/// <param name="Length">Of a variable length, else null.</param>
public sealed record RelationshipPattern(TextPosition Position, Variable? Variable, LabelExpression? Types, LengthRange? Length,
    Expression? Properties, Direction Direction, Expression? Where);

/// <param name="Max">null: no bound.</param>
public sealed record LengthRange(int Min, int? Max);
