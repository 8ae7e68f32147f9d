using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Binding;

internal sealed partial class Binder
{
    /// <summary>Declares what a reading pattern names, then binds the expressions inside it.</summary>
    private List<PatternPart> BindMatchPattern(IReadOnlyList<PatternPart> parts, Scope scope, bool mayDeclare = true)
    {
        var seenRelationships = new HashSet<string>(StringComparer.Ordinal);
        var declared = parts.Select(part => DeclarePart(part, scope, seenRelationships, mayDeclare)).ToList();
        return declared.Select(part => part with
        {
            Nodes = part.Nodes.Select(node => node with
            {
                Labels = BindLabels(node.Labels, scope),
                Properties = BindSearchedProperties(node.Properties, scope),
                Where = BindPredicate(node.Where, scope),
            }).ToList(),
            Relationships = part.Relationships.Select(r => r with
            {
                Types = BindLabels(r.Types, scope),
                Properties = BindSearchedProperties(r.Properties, scope),
                Where = BindPredicate(r.Where, scope),
            }).ToList(),
        }).ToList();
    }

    private PatternPart DeclarePart(PatternPart part, Scope scope, HashSet<string> seenRelationships, bool mayDeclare)
    {
        if (part.Form != PathForm.Plain && part.Relationships.Count != 1)
        {
            throw Wrong("InvalidShortestPath", "shortestPath(...) takes a pattern of exactly one relationship", part.Position);
        }

        var nodes = part.Nodes.Select(node => node with { Variable = DeclareElement(node.Variable, node.Position, ValueKind.Node, scope, mayDeclare) }).ToList();
        var relationships = new List<RelationshipPattern>();
        foreach (var r in part.Relationships)
        {
            if (r.Variable is not null && !seenRelationships.Add(r.Variable.Name))
            {
                throw Wrong("RelationshipUniquenessViolation", $"Cannot use the same relationship variable '{r.Variable.Name}' for multiple relationships", r.Position);
            }

            if (r.Length is { Max: { } max } && max < r.Length.Min && r.Length.Min < 0) throw Wrong("InvalidRelationshipPattern", "The bounds of the length are the wrong way round", r.Position);
            var kind = r.Length is null && part.Form == PathForm.Plain ? ValueKind.Relationship : ValueKind.RelationshipList;
            relationships.Add(r with { Variable = DeclareElement(r.Variable, r.Position, kind, scope, mayDeclare) });
        }

        Variable? path = null;
        if (part.Path is { } named)
        {
            if (!mayDeclare) throw Undefined(named);
            path = Declare(named, ValueKind.Path, scope);
        }

        return part with { Path = path, Nodes = nodes, Relationships = relationships };
    }

    private Variable DeclareElement(Variable? variable, Graph.TextPosition position, ValueKind kind, Scope scope, bool mayDeclare)
    {
        if (variable is null) return new Variable(position, "", NewSlot());
        if (scope.Find(variable.Name) is not { } symbol)
        {
            if (!mayDeclare) throw Undefined(variable);
            return Declare(variable, kind, scope);
        }

        if (symbol.Kind != ValueKind.Any && symbol.Kind != kind && !(symbol.Kind == ValueKind.List && kind == ValueKind.RelationshipList))
        {
            if (symbol.Kind == ValueKind.Path) throw Wrong("VariableAlreadyBound", $"Variable `{variable.Name}` already declared", variable.Position);
            throw Wrong("VariableTypeConflict", $"Type mismatch: `{variable.Name}` defined with conflicting type {symbol.Kind} (expected {kind})", variable.Position);
        }

        return variable with { Slot = symbol.Slot };
    }

    private Graph.GraphException Undefined(Variable variable) => Wrong("UndefinedVariable", $"Variable `{variable.Name}` not defined", variable.Position);

    private Variable Resolve(Variable variable, Scope scope)
        => scope.Find(variable.Name) is { } symbol ? variable with { Slot = symbol.Slot } : throw Undefined(variable);

    private Expression? BindPatternProperties(Expression? properties, Scope scope) => properties is null ? null : BindValue(properties, scope);

    private Expression? BindSearchedProperties(Expression? properties, Scope scope) => properties is Parameter
        ? throw Wrong("InvalidParameterUse", "Parameter maps cannot be used in MATCH patterns (use a literal map instead, e.g. {id: $param.id})", properties.Position)
        : BindPatternProperties(properties, scope);

    private LabelExpression? BindLabels(LabelExpression? labels, Scope scope) => labels switch
    {
        LabelDynamic dynamic => new LabelDynamic(BindValue(dynamic.Value, scope)),
        LabelNot not => new LabelNot(BindLabels(not.Operand, scope)!),
        LabelAnd and => new LabelAnd(BindLabels(and.Left, scope)!, BindLabels(and.Right, scope)!),
        LabelOr or => new LabelOr(BindLabels(or.Left, scope)!, BindLabels(or.Right, scope)!),
        _ => labels,
    };

    /// <summary>Labels to write: names and computed ones, joined by &amp; only.</summary>
    private LabelExpression BindStaticLabels(LabelExpression labels, Scope scope, Graph.TextPosition position) => BindLabels(labels, scope) switch
    {
        LabelAnd and => new LabelAnd(BindStaticLabels(and.Left, scope, position), BindStaticLabels(and.Right, scope, position)),
        LabelName name => name,
        LabelDynamic dynamic => dynamic,
        _ => throw Wrong("InvalidLabelExpression", "Only label names can be written here, no |, ! or %", position),
    };

    /// <summary>A pattern to create: what is not bound yet will be made.</summary>
    private PatternPart BindCreated(PatternPart part, Scope scope, string clause)
    {
        if (part.Form != PathForm.Plain) throw Wrong("InvalidPattern", $"shortestPath cannot be used in {clause}", part.Position);
        var outer = scope.Copy();
        var nodes = part.Nodes.Select(node => BindCreatedNode(node, part, scope, outer, clause)).ToList();
        var relationships = part.Relationships.Select(r => BindCreatedRelationship(r, scope, outer, clause)).ToList();
        var path = part.Path is null ? null : Declare(part.Path, ValueKind.Path, scope);
        return part with { Path = path, Nodes = nodes, Relationships = relationships };
    }

    private NodePattern BindCreatedNode(NodePattern node, PatternPart part, Scope scope, Scope outer, string clause)
    {
        var isBare = node.Labels is null && node.Properties is null;
        if (node.Where is not null) throw Wrong("InvalidPattern", $"WHERE cannot stand in a pattern of {clause}", node.Position);
        if (node.Variable is not null && scope.Find(node.Variable.Name) is { } known && (!isBare || part.Relationships.Count == 0))
        {
            if (known.Kind is ValueKind.Relationship or ValueKind.Path && part.Relationships.Count > 0)
            {
                throw Wrong("VariableTypeConflict", $"Type mismatch: `{known.Name}` defined with conflicting type {known.Kind}", node.Position);
            }

            throw Wrong("VariableAlreadyBound", $"Can't create node `{node.Variable.Name}` with labels or properties here. The variable is already declared in this context", node.Position);
        }

        if (clause == "MERGE" && node.Properties is Parameter) throw Wrong("InvalidParameterUse", "Parameter maps cannot be used in MERGE patterns (use a literal map instead)", node.Position);
        return node with
        {
            Variable = DeclareElement(node.Variable, node.Position, ValueKind.Node, scope, mayDeclare: true),
            Labels = node.Labels is null ? null : BindStaticLabels(node.Labels, outer, node.Position),
            Properties = BindPatternProperties(node.Properties, clause == "CREATE" ? scope : outer),
        };
    }

    private RelationshipPattern BindCreatedRelationship(RelationshipPattern r, Scope scope, Scope outer, string clause)
    {
        if (r.Variable is not null && scope.Find(r.Variable.Name) is not null) throw Wrong("VariableAlreadyBound", $"Can't create `{r.Variable.Name}`. The variable is already declared in this context", r.Position);
        if (r.Length is not null) throw Wrong("CreatingVarLength", $"Variable length relationships cannot be used in {clause}", r.Position);
        if (r.Where is not null) throw Wrong("InvalidPattern", $"WHERE cannot stand in a pattern of {clause}", r.Position);
        if (r.Types is not (LabelName or LabelDynamic)) throw Wrong("NoSingleRelationshipType", $"Exactly one relationship type must be specified for {clause}", r.Position);
        if (clause == "CREATE" && r.Direction == Direction.Both) throw Wrong("RequiresDirectedRelationship", "Only directed relationships are supported in CREATE", r.Position);
        if (clause == "MERGE" && r.Properties is Parameter) throw Wrong("InvalidParameterUse", "Parameter maps cannot be used in MERGE patterns (use a literal map instead)", r.Position);
        return r with
        {
            Variable = DeclareElement(r.Variable, r.Position, ValueKind.Relationship, scope, mayDeclare: true),
            Types = BindLabels(r.Types, outer),
            Properties = BindPatternProperties(r.Properties, clause == "CREATE" ? scope : outer),
        };
    }
}
