using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Planning;

/// <summary>A step of a logical plan; the closed family of records in this file. A row is an array of values, one a slot; every step reads the rows of its source.</summary>
public abstract record Plan
{
    private protected Plan(Plan? source, bool _) => Source = source;

    public Plan? Source { get; internal init; }
}

/// <summary>The one row that the surrounding plan gives.</summary>
public sealed record Argument() : Plan(null, true);

public sealed record AllNodes(Plan Source, int Slot) : Plan(Source, true);

public sealed record NodesByLabel(Plan Source, int Slot, string Label) : Plan(Source, true);

/// <param name="IsList">Whether <paramref name="Value"/> is a list of which any item may equal the property.</param>
public sealed record NodesByProperty(Plan Source, int Slot, string Label, string Property, Expression Value, bool IsList) : Plan(Source, true);

/// <summary>Nodes whose property is a text that begins so.</summary>
public sealed record NodesByBeginning(Plan Source, int Slot, string Label, string Property, Expression Beginning) : Plan(Source, true);

/// <param name="IsList">Whether <paramref name="Value"/> is a list of ids.</param>
public sealed record NodesById(Plan Source, int Slot, Expression Value, bool IsList) : Plan(Source, true);

/// <summary>Relationships by their ids; <see cref="EndsOfRelationship"/> then finds their ends.</summary>
/// <param name="IsList">Whether <paramref name="Value"/> is a list of ids.</param>
public sealed record RelationshipsById(Plan Source, int Slot, Expression Value, bool IsList) : Plan(Source, true);

/// <summary>Relationships of a type by the value of an indexed property; <see cref="EndsOfRelationship"/> then finds their ends.</summary>
/// <param name="IsList">Whether <paramref name="Value"/> is a list of which any item may equal the property.</param>
public sealed record RelationshipsByProperty(Plan Source, int Slot, string Type, string Property, Expression Value, bool IsList) : Plan(Source, true);

/// <param name="Types">null: any type.</param>
/// <param name="ToIsBound">Whether the far node is already known and must be met.</param>
/// <param name="Others">Slots of relationships of the same pattern, from which this one must differ.</param>
public sealed record Expand(Plan Source, int Start, int Relationship, int End, IReadOnlyList<string>? Types, Direction Direction, bool ToIsBound, IReadOnlyList<int> Others) : Plan(Source, true);

/// <param name="Each">What every relationship must satisfy, with the relationship in slot <paramref name="EachSlot"/>; or null.</param>
/// <param name="Reverse">Whether the walk runs from the pattern's right end to its left, so that the list of relationships is turned round.</param>
public sealed record ExpandVariable(Plan Source, int Start, int Relationships, int End, IReadOnlyList<string>? Types, Direction Direction, LengthRange Length,
    bool ToIsBound, IReadOnlyList<int> Others, Expression? Each, int EachSlot, bool Reverse) : Plan(Source, true);

/// <summary>A relationship that is already known: finds its two ends.</summary>
public sealed record EndsOfRelationship(Plan Source, int Start, int Relationship, int End, IReadOnlyList<string>? Types, Direction Direction, bool StartIsBound, bool EndIsBound, IReadOnlyList<int> Others) : Plan(Source, true);

/// <param name="Path">Slot of the path, or -1.</param>
public sealed record ShortestPaths(Plan Source, int Start, int Relationships, int End, int Path, IReadOnlyList<string>? Types, Direction Direction, LengthRange Length,
    bool All, Expression? Each, int EachSlot) : Plan(Source, true);

/// <param name="Elements">Slots of node, relationship or relationship list, node, … in path order.</param>
public sealed record BuildPath(Plan Source, int Slot, IReadOnlyList<int> Elements) : Plan(Source, true);

public sealed record Filter(Plan Source, Expression Predicate) : Plan(Source, true);

public sealed record Project(Plan Source, IReadOnlyList<(Expression Value, int Slot)> Items) : Plan(Source, true);

/// <summary>One row a group of equal keys; without keys exactly one row.</summary>
public sealed record Aggregate(Plan Source, IReadOnlyList<(Expression Value, int Slot)> Keys, IReadOnlyList<(FunctionCall Call, int Slot)> Values) : Plan(Source, true);

public sealed record Distinct(Plan Source, IReadOnlyList<int> Slots) : Plan(Source, true);

/// <param name="Label">null: any node.</param>
public sealed record CountNodes(Plan Source, string? Label, int Slot) : Plan(Source, true);

/// <param name="Types">null: any type.</param>
public sealed record CountRelationships(Plan Source, IReadOnlyList<string>? Types, int Slot) : Plan(Source, true);

/// <param name="Top">How many rows are wanted of the order, or null for all; a number that makes no sense is told by the step that limits.</param>
public sealed record Sort(Plan Source, IReadOnlyList<SortItem> Items, Expression? Top) : Plan(Source, true);

public sealed record Skip(Plan Source, Expression Count) : Plan(Source, true);

public sealed record Limit(Plan Source, Expression Count) : Plan(Source, true);

public sealed record UnwindList(Plan Source, Expression List, int Slot) : Plan(Source, true);

/// <summary>For each row the rows of the inner plan, which begins with that row.</summary>
public sealed record Apply(Plan Source, Plan Inner) : Plan(Source, true);

/// <summary>Like <see cref="Apply"/>; a row without inner rows stays, with null in the new slots.</summary>
public sealed record OptionalApply(Plan Source, Plan Inner, IReadOnlyList<int> NullSlots) : Plan(Source, true);

/// <summary>Like <see cref="Apply"/>, but the inner rows are only run for what they write.</summary>
public sealed record ApplyForEffect(Plan Source, Plan Inner) : Plan(Source, true);

/// <param name="Parts">Plans that each start from the row given.</param>
/// <param name="Columns">For each part its column slots, in the order of the first part's, into which they are moved.</param>
public sealed record Union(Plan Source, IReadOnlyList<Plan> Parts, IReadOnlyList<IReadOnlyList<int>> Columns, bool IsDistinct) : Plan(Source, true);

/// <summary>Writes every row's pattern; reads its source to the end before it writes.</summary>
public sealed record CreatePattern(Plan Source, IReadOnlyList<NewNode> Nodes, IReadOnlyList<NewRelationship> Relationships) : Plan(Source, true);

public sealed record NewNode(int Slot, LabelExpression? Labels, Expression? Properties);

public sealed record NewRelationship(int Slot, int Start, int End, LabelExpression Type, Expression? Properties);

/// <param name="Found">Finds the pattern, from the row given.</param>
public sealed record MergePattern(Plan Source, Plan Found, IReadOnlyList<NewNode> Nodes, IReadOnlyList<NewRelationship> Relationships,
    IReadOnlyList<(int Slot, IReadOnlyList<int> Elements)> Paths, IReadOnlyList<SetItem> OnCreate, IReadOnlyList<SetItem> OnMatch) : Plan(Source, true);

public sealed record SetValues(Plan Source, IReadOnlyList<SetItem> Items) : Plan(Source, true);

public sealed record DeleteEntities(Plan Source, IReadOnlyList<Expression> Entities, bool Detach) : Plan(Source, true);

public sealed record ForeachItem(Plan Source, int Slot, Expression List, Plan Body) : Plan(Source, true);

/// <param name="Arguments">null: taken from the parameters of the same names.</param>
/// <param name="Yield">Columns and their slots; null: all columns are the result's.</param>
public sealed record ProcedureCall(Plan Source, string Name, IReadOnlyList<Expression>? Arguments, IReadOnlyList<(string Column, int Slot)>? Yield) : Plan(Source, true);

public sealed record ChangeSchema(SchemaCommand Command) : Plan(null, true);
