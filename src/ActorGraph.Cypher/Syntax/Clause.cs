using ActorGraph.Graph;

namespace ActorGraph.Cypher.Syntax;

/// <summary>A whole statement: what to do with it, and the query or the schema command.</summary>
public abstract record StatementSyntax(TextPosition Position);

/// <param name="Parts">One, or those of a UNION.</param>
/// <param name="Distinct">Whether the UNION removes repeated rows.</param>
public sealed record Query(TextPosition Position, IReadOnlyList<SingleQuery> Parts, bool Distinct) : StatementSyntax(Position);

public sealed record SingleQuery(TextPosition Position, IReadOnlyList<Clause> Clauses);

public abstract record Clause(TextPosition Position);

public sealed record Match(TextPosition Position, bool Optional, IReadOnlyList<PatternPart> Pattern, Expression? Where) : Clause(Position);

public sealed record Unwind(TextPosition Position, Expression List, Variable Item) : Clause(Position);

/// <summary>WITH or RETURN.</summary>
/// <param name="Star">Whether <c>*</c> stands first.</param>
public sealed record Projection(TextPosition Position, bool IsReturn, bool Distinct, bool Star, IReadOnlyList<ProjectionItem> Items,
    IReadOnlyList<SortItem> OrderBy, Expression? Skip, Expression? Limit, Expression? Where) : Clause(Position);

/// <param name="Name">The alias, or the expression's own text where it has none.</param>
/// <param name="Slot">Where the value goes; -1 until bound.</param>
public sealed record ProjectionItem(Expression Value, string Name, bool HasAlias, int Slot = -1);

public sealed record SortItem(Expression Value, bool Descending);

public sealed record Create(TextPosition Position, IReadOnlyList<PatternPart> Pattern) : Clause(Position);

public sealed record Merge(TextPosition Position, PatternPart Pattern, IReadOnlyList<SetItem> OnCreate, IReadOnlyList<SetItem> OnMatch) : Clause(Position);

public sealed record SetClause(TextPosition Position, IReadOnlyList<SetItem> Items) : Clause(Position);

public sealed record RemoveClause(TextPosition Position, IReadOnlyList<SetItem> Items) : Clause(Position);

public sealed record Delete(TextPosition Position, bool Detach, IReadOnlyList<Expression> Entities) : Clause(Position);

public sealed record Foreach(TextPosition Position, Variable Item, Expression List, IReadOnlyList<Clause> Body) : Clause(Position);

/// <param name="Arguments">null where the call stands without parentheses: taken from parameters.</param>
/// <param name="Yield">null where no YIELD stands.</param>
public sealed record CallProcedure(TextPosition Position, string Name, IReadOnlyList<Expression>? Arguments, IReadOnlyList<YieldItem>? Yield, bool YieldStar, Expression? Where) : Clause(Position);

public sealed record YieldItem(string Column, Variable Variable);

/// <param name="Imports">Of <c>CALL (a, b) { … }</c>; null where the query itself begins with an importing WITH; <c>*</c> imports all.</param>
public sealed record CallSubquery(TextPosition Position, Query Query, IReadOnlyList<Variable>? Imports, bool ImportAll) : Clause(Position);

/// <summary>One change of SET, REMOVE, ON CREATE or ON MATCH.</summary>
public abstract record SetItem(TextPosition Position);

/// <param name="Value">A null literal for REMOVE.</param>
public sealed record SetProperty(TextPosition Position, Expression Subject, string Key, Expression Value) : SetItem(Position);

/// <summary><c>n[expression] = value</c>.</summary>
public sealed record SetDynamicProperty(TextPosition Position, Expression Subject, Expression Key, Expression Value) : SetItem(Position);

/// <param name="Replace"><c>=</c>; else <c>+=</c>.</param>
public sealed record SetProperties(TextPosition Position, Variable Subject, Expression Value, bool Replace) : SetItem(Position);

public sealed record SetLabels(TextPosition Position, Variable Subject, LabelExpression Labels) : SetItem(Position);

public sealed record RemoveLabels(TextPosition Position, Variable Subject, LabelExpression Labels) : SetItem(Position);

public enum SchemaAction { CreateIndex, DropIndex, CreateConstraint, DropConstraint, ShowIndexes, ShowConstraints }

/// <param name="Name">null where the statement gives none.</param>
/// <param name="Tolerant">IF NOT EXISTS, IF EXISTS.</param>
public sealed record SchemaCommand(TextPosition Position, SchemaAction Action, string? Name, bool OnRelationship, string? Label,
    IReadOnlyList<string> Properties, bool Tolerant) : StatementSyntax(Position);
