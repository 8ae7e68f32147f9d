using ActorGraph.Graph;

namespace ActorGraph.Cypher.Syntax;

/// <summary>An expression of openCypher; the closed family of records in this file.</summary>
public abstract record Expression(TextPosition Position);

/// <param name="Value">null, bool, long, double or string.</param>
public sealed record Literal(TextPosition Position, object? Value) : Expression(Position);

public sealed record Parameter(TextPosition Position, string Name) : Expression(Position);

/// <param name="Slot">Where the row holds the value; -1 until the binder has set it.</param>
public sealed record Variable(TextPosition Position, string Name, int Slot = -1) : Expression(Position);

public sealed record PropertyAccess(TextPosition Position, Expression Subject, string Key) : Expression(Position);

public sealed record ListLiteral(TextPosition Position, IReadOnlyList<Expression> Items) : Expression(Position);

public sealed record MapLiteral(TextPosition Position, IReadOnlyList<KeyValuePair<string, Expression>> Entries) : Expression(Position);

/// <summary><c>n {.name, .*, key: expression, other}</c>.</summary>
/// <param name="All">Whether <c>.*</c> stands among the items.</param>
public sealed record MapProjection(TextPosition Position, Expression Subject, bool All, IReadOnlyList<KeyValuePair<string, Expression>> Entries) : Expression(Position);

public sealed record IndexAccess(TextPosition Position, Expression Subject, Expression Index) : Expression(Position);

public sealed record Slice(TextPosition Position, Expression Subject, Expression? From, Expression? To) : Expression(Position);

public enum UnaryOperator { Not, Plus, Minus, IsNull, IsNotNull }

public sealed record Unary(TextPosition Position, UnaryOperator Operator, Expression Operand) : Expression(Position);

public enum BinaryOperator
{
    Or, Xor, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Modulo, Power,
    In, StartsWith, EndsWith, Contains, Matches, Concatenate,
}

public sealed record Binary(TextPosition Position, BinaryOperator Operator, Expression Left, Expression Right) : Expression(Position);

/// <summary>Whether a node carries labels, or a relationship has a type.</summary>
public sealed record HasLabels(TextPosition Position, Expression Subject, LabelExpression Labels) : Expression(Position);

/// <param name="Name">As written, with its namespace: <c>duration.between</c>.</param>
/// <param name="IsStar"><c>count(*)</c>.</param>
public sealed record FunctionCall(TextPosition Position, string Name, IReadOnlyList<Expression> Arguments, bool Distinct, bool IsStar) : Expression(Position);

/// <param name="Subject">Of the simple form, else null.</param>
public sealed record Case(TextPosition Position, Expression? Subject, IReadOnlyList<CaseBranch> Branches, Expression? Else) : Expression(Position);

public sealed record CaseBranch(Expression When, Expression Then);

public sealed record ListComprehension(TextPosition Position, Variable Item, Expression List, Expression? Where, Expression? Projection) : Expression(Position);

public enum Quantifier { All, Any, None, Single }

public sealed record Quantified(TextPosition Position, Quantifier Quantifier, Variable Item, Expression List, Expression Where) : Expression(Position);

public sealed record Reduce(TextPosition Position, Variable Accumulator, Expression Start, Variable Item, Expression List, Expression Body) : Expression(Position);

/// <summary>An expression that is answered by a plan of its own, from the row around it.</summary>
public abstract record InnerQuery(TextPosition Position) : Expression(Position)
{
    /// <summary>Slots that are bound around it; set by the binder.</summary>
    public IReadOnlyList<int> Outer { get; init; } = [];
}

public sealed record PatternComprehension(TextPosition Position, PatternPart Pattern, Expression? Where, Expression Projection) : InnerQuery(Position);

/// <summary>A pattern where a truth value stands: whether it matches.</summary>
public sealed record PatternPredicate(TextPosition Position, PatternPart Pattern) : InnerQuery(Position);

public enum SubqueryForm { Exists, Count, Collect }

/// <summary><c>EXISTS { … }</c>, <c>COUNT { … }</c> and <c>COLLECT { … }</c>.</summary>
public sealed record SubqueryExpression(TextPosition Position, SubqueryForm Form, Query Query) : InnerQuery(Position);

/// <summary><c>shortestPath((a)-[*]-(b))</c> as a value.</summary>
public sealed record ShortestPathExpression(TextPosition Position, PatternPart Pattern) : InnerQuery(Position);

/// <summary>What follows the colon of a node or relationship.</summary>
public abstract record LabelExpression;

public sealed record LabelName(string Name) : LabelExpression;

/// <summary><c>$(expression)</c>: one label, or a list of them that must all hold.</summary>
public sealed record LabelDynamic(Expression Value) : LabelExpression;

public sealed record LabelAny : LabelExpression;

public sealed record LabelNot(LabelExpression Operand) : LabelExpression;

public sealed record LabelAnd(LabelExpression Left, LabelExpression Right) : LabelExpression;

public sealed record LabelOr(LabelExpression Left, LabelExpression Right) : LabelExpression;
