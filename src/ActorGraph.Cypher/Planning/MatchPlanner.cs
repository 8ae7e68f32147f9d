using ActorGraph.Cypher.Syntax;

namespace ActorGraph.Cypher.Planning;

/// <summary>Orders the steps that find one MATCH pattern: from what is known, along relationships, each predicate as soon as it can be asked.</summary>
internal sealed class MatchPlanner
{
    private readonly SchemaSnapshot schema;
    private readonly Func<int> newSlot;
    private readonly HashSet<int> bound;
    private readonly HashSet<int> ofPattern = [];
    private readonly Dictionary<int, List<LabelExpression>> labels = [];
    private readonly List<Expression> predicates = [];
    private readonly List<Link> links = [];
    private readonly List<PatternPart> shortest = [];
    private readonly List<(int Slot, List<int> Elements)> paths = [];
    private readonly List<int> nodes = [];
    private readonly List<int> placed = [];
    private Plan plan;

    private sealed record Link(RelationshipPattern Pattern, int Left, int Right, int Slot, Expression? Each, int EachSlot);

    private MatchPlanner(Plan source, IEnumerable<int> bound, SchemaSnapshot schema, Func<int> newSlot)
        => (plan, this.bound, this.schema, this.newSlot) = (source, bound.ToHashSet(), schema, newSlot);

    /// <summary>The plan of the pattern and its WHERE over the rows of <paramref name="source"/>; adds the slots it fills to <paramref name="bound"/>.</summary>
    public static Plan Find(Plan source, IReadOnlyList<PatternPart> pattern, Expression? where, HashSet<int> bound, SchemaSnapshot schema, Func<int> newSlot)
    {
        var planner = new MatchPlanner(source, bound, schema, newSlot);
        foreach (var part in pattern) planner.Take(part);
        planner.predicates.AddRange(Conjuncts(where));
        planner.Place();
        bound.UnionWith(planner.bound);
        return planner.plan;
    }

    public static IEnumerable<Expression> Conjuncts(Expression? predicate) => predicate switch
    {
        null => [],
        Binary { Operator: BinaryOperator.And } and => Conjuncts(and.Left).Concat(Conjuncts(and.Right)),
        _ => [predicate],
    };

    private void Take(PatternPart part)
    {
        foreach (var node in part.Nodes) Take(node);
        var elements = new List<int> { part.Nodes[0].Variable!.Slot };
        for (var i = 0; i < part.Relationships.Count; i++)
        {
            var r = part.Relationships[i];
            var slot = r.Variable!.Slot;
            ofPattern.Add(slot);
            var isList = r.Length is not null || part.Form != PathForm.Plain;
            var eachSlot = isList ? newSlot() : slot;
            var each = Requirements(new Variable(r.Position, "", eachSlot), r).ToList();
            if (!isList) predicates.AddRange(each);
            var all = isList && each.Count > 0 ? each.Aggregate((a, b) => new Binary(r.Position, BinaryOperator.And, a, b)) : null;
            if (part.Form == PathForm.Plain) links.Add(new Link(r, part.Nodes[i].Variable!.Slot, part.Nodes[i + 1].Variable!.Slot, slot, all, eachSlot));
            elements.Add(slot);
            elements.Add(part.Nodes[i + 1].Variable!.Slot);
        }

        if (part.Path is not null) ofPattern.Add(part.Path.Slot);
        if (part.Form != PathForm.Plain) shortest.Add(part);
        else if (part.Path is not null) paths.Add((part.Path.Slot, elements));
    }

    private void Take(NodePattern node)
    {
        var variable = node.Variable!;
        ofPattern.Add(variable.Slot);
        nodes.Add(variable.Slot);
        if (node.Labels is not null)
        {
            if (!labels.TryGetValue(variable.Slot, out var list)) labels[variable.Slot] = list = [];
            list.Add(node.Labels);
            predicates.Add(new HasLabels(node.Position, variable, node.Labels));
        }

        predicates.AddRange(PropertyTests(variable, node.Properties));
        predicates.AddRange(Conjuncts(node.Where));
    }

    private static IEnumerable<Expression> Requirements(Variable each, RelationshipPattern r)
    {
        if (r.Types is not null && TypesOf(r.Types) is null) yield return new HasLabels(r.Position, each, r.Types);
        foreach (var test in PropertyTests(each, r.Properties)) yield return test;
        foreach (var test in Conjuncts(r.Where))
        {
            yield return r.Variable!.Slot == each.Slot ? test : Rewriting.Replace(test, part => part is Variable v && v.Slot == r.Variable.Slot ? each : null);
        }
    }

    private static IEnumerable<Expression> PropertyTests(Variable subject, Expression? properties) => properties is not MapLiteral map ? []
        : map.Entries.Select(entry => new Binary(entry.Value.Position, BinaryOperator.Equal, new PropertyAccess(entry.Value.Position, subject, entry.Key), entry.Value));

    /// <summary>The type names where the expression is a choice of names, null where it must be tested.</summary>
    public static List<string>? TypesOf(LabelExpression? types) => types switch
    {
        null => null,
        LabelName name => [name.Name],
        LabelOr choice when TypesOf(choice.Left) is { } left && TypesOf(choice.Right) is { } right => [.. left, .. right],
        _ => null,
    };

    private void Place()
    {
        Ask();
        while (true)
        {
            if (SeekLink() is { } seek) plan = seek;
            else if (NextLink() is { } link) Follow(link);
            else if (!nodes.Exists(slot => !bound.Contains(slot) && Seek(slot) is not null) && SeekLinkValue() is { } found) plan = found;
            else if (nodes.FirstOrDefault(slot => !bound.Contains(slot), -1) is var open and >= 0) StartAt(BestStart(open));
            else break;
            Ask();
        }

        foreach (var (slot, elements) in paths)
        {
            plan = new BuildPath(plan, slot, elements);
            bound.Add(slot);
        }

        Ask();
        foreach (var part in shortest) Search(part);
        Ask();
        foreach (var rest in predicates) plan = new Filter(plan, rest);
    }

    /// <summary>Applies every predicate whose variables of this pattern are known.</summary>
    private void Ask()
    {
        for (var i = 0; i < predicates.Count;)
        {
            var needs = Children.All(predicates[i]).OfType<Variable>().Select(variable => variable.Slot).Where(ofPattern.Contains);
            if (!needs.All(bound.Contains))
            {
                i++;
                continue;
            }

            plan = new Filter(plan, predicates[i]);
            predicates.RemoveAt(i);
        }
    }

    private Link? NextLink()
    {
        var known = links.FirstOrDefault(link => bound.Contains(link.Slot) && link.Pattern.Length is null);
        return known
            ?? links.FirstOrDefault(link => bound.Contains(link.Left) && bound.Contains(link.Right))
            ?? links.FirstOrDefault(link => (bound.Contains(link.Left) || bound.Contains(link.Right)) && link.Pattern.Length is null)
            ?? links.FirstOrDefault(link => bound.Contains(link.Left) || bound.Contains(link.Right));
    }

    /// <summary>The relationships of ids that are asked for, before any walk that would have to look for them.</summary>
    private RelationshipsById? SeekLink()
    {
        foreach (var link in links.Where(link => link.Pattern.Length is null && !bound.Contains(link.Slot)))
        {
            if (IdsOf(link.Slot) is not { } ids) continue;
            predicates.Remove(ids);
            bound.Add(link.Slot);
            return new(plan, link.Slot, ids.Right, ids.Operator == BinaryOperator.In);
        }

        return null;
    }

    /// <summary>The relationships with a value that an index knows, where no node is found by one.</summary>
    private RelationshipsByProperty? SeekLinkValue()
    {
        foreach (var link in links.Where(link => link.Pattern.Length is null && !bound.Contains(link.Slot)))
        {
            if (TypesOf(link.Pattern.Types) is not [var type] || Asked(link.Slot, property => schema.RelationshipIndexes.Contains((type, property))) is not { } asked) continue;
            bound.Add(link.Slot);
            return new(plan, link.Slot, type, asked.Property, asked.Value, asked.IsList);
        }

        return null;
    }

    private void Follow(Link link)
    {
        links.Remove(link);
        var (leftBound, rightBound) = (bound.Contains(link.Left), bound.Contains(link.Right));
        var types = TypesOf(link.Pattern.Types);
        var others = placed.ToList();
        if (bound.Contains(link.Slot))
        {
            if (link.Pattern.Length is not null) throw new Graph.GraphException(Graph.ErrorCodes.NotSupported, "A list of relationships that is already bound cannot be matched again by the embedded database", link.Pattern.Position);
            plan = new EndsOfRelationship(plan, link.Left, link.Slot, link.Right, types, link.Pattern.Direction, leftBound, rightBound, others);
        }
        else
        {
            var reverse = !leftBound;
            var (start, end) = reverse ? (link.Right, link.Left) : (link.Left, link.Right);
            var direction = !reverse ? link.Pattern.Direction : Opposite(link.Pattern.Direction);
            plan = link.Pattern.Length is { } length
                ? new ExpandVariable(plan, start, link.Slot, end, types, direction, length, leftBound && rightBound, others, link.Each, link.EachSlot, reverse)
                : new Expand(plan, start, link.Slot, end, types, direction, leftBound && rightBound, others);
        }

        placed.Add(link.Slot);
        bound.UnionWith([link.Left, link.Right, link.Slot]);
    }

    private static Direction Opposite(Direction direction) => direction switch
    {
        Direction.Outgoing => Direction.Incoming,
        Direction.Incoming => Direction.Outgoing,
        _ => direction,
    };

    /// <summary>The unbound node that is cheapest to begin with: by index, else by label, else the first.</summary>
    private int BestStart(int first)
    {
        var open = nodes.Where(slot => !bound.Contains(slot)).Distinct().ToList();
        foreach (var slot in open)
        {
            if (Seek(slot) is not null) return slot;
        }

        return open.FirstOrDefault(slot => Label(slot) is not null, first);
    }

    private void StartAt(int slot)
    {
        plan = links.FirstOrDefault(link => link.Slot >= 0 && bound.Contains(link.Slot) && (link.Left == slot || link.Right == slot)) is null && Seek(slot) is { } seek
            ? seek
            : Label(slot) is { } label ? new NodesByLabel(plan, slot, label) : new AllNodes(plan, slot);
        // The nodes of the ids asked for need not be asked for their ids again.
        if (plan is NodesById found) predicates.RemoveAll(predicate => predicate is Binary { Right: var right } && ReferenceEquals(right, found.Value));
        bound.Add(slot);
    }

    private string? Label(int slot) => labels.GetValueOrDefault(slot)?.Select(First).FirstOrDefault(name => name is not null);

    private static string? First(LabelExpression labels) => labels switch
    {
        LabelName name => name.Name,
        LabelAnd and => First(and.Left) ?? First(and.Right),
        _ => null,
    };

    private static IEnumerable<string> Names(LabelExpression labels) => labels switch
    {
        LabelName name => [name.Name],
        LabelAnd and => Names(and.Left).Concat(Names(and.Right)),
        _ => [],
    };

    private Plan? Seek(int slot)
    {
        if (IdsOf(slot) is { } ids) return new NodesById(plan, slot, ids.Right, ids.Operator == BinaryOperator.In);
        return SeekValue(slot) ?? SeekBeginning(slot);
    }

    private Plan? SeekValue(int slot)
    {
        foreach (var label in labels.GetValueOrDefault(slot)?.SelectMany(Names) ?? [])
        {
            if (Asked(slot, property => schema.NodeIndexes.Contains((label, property))) is { } asked) return new NodesByProperty(plan, slot, label, asked.Property, asked.Value, asked.IsList);
        }

        return null;
    }

    /// <summary>An indexed property of what is in the slot that is asked to equal a value, or one of a list, that is known by now.</summary>
    private (string Property, Expression Value, bool IsList)? Asked(int slot, Func<string, bool> isIndexed)
    {
        foreach (var predicate in predicates.OfType<Binary>())
        {
            var isList = predicate.Operator == BinaryOperator.In;
            if (!isList && predicate.Operator != BinaryOperator.Equal) continue;
            var (property, value) = PropertyOf(predicate.Left, slot) is { } left ? (left, predicate.Right)
                : !isList && PropertyOf(predicate.Right, slot) is { } right ? (right, predicate.Left) : (null, null!);
            if (property is not null && isIndexed(property) && IsKnown(value)) return (property, value, isList);
        }

        return null;
    }

    private Plan? SeekBeginning(int slot)
    {
        foreach (var label in labels.GetValueOrDefault(slot)?.SelectMany(Names) ?? [])
        {
            foreach (var predicate in predicates.OfType<Binary>().Where(predicate => predicate.Operator == BinaryOperator.StartsWith))
            {
                if (PropertyOf(predicate.Left, slot) is { } property && schema.NodeIndexes.Contains((label, property)) && IsKnown(predicate.Right)) return new NodesByBeginning(plan, slot, label, property, predicate.Right);
            }
        }

        return null;
    }

    /// <summary>The predicate that gives the ids of what is in the slot, if their values are known by now.</summary>
    private Binary? IdsOf(int slot) => predicates.OfType<Binary>()
        .FirstOrDefault(predicate => predicate.Operator is BinaryOperator.Equal or BinaryOperator.In && IsIdOf(predicate.Left, slot) && IsKnown(predicate.Right));

    private bool IsKnown(Expression value) => Children.All(value).OfType<Variable>().All(variable => !ofPattern.Contains(variable.Slot) || bound.Contains(variable.Slot));

    private static bool IsIdOf(Expression expression, int slot)
        => expression is FunctionCall { Name: var name, Arguments: [Variable variable] } && name.Equals("id", StringComparison.OrdinalIgnoreCase) && variable.Slot == slot;

    private static string? PropertyOf(Expression expression, int slot)
        => expression is PropertyAccess { Subject: Variable variable } property && variable.Slot == slot ? property.Key : null;

    private void Search(PatternPart part)
    {
        var r = part.Relationships[0];
        var eachSlot = newSlot();
        var each = Requirements(new Variable(r.Position, "", eachSlot), r).ToList();
        plan = new ShortestPaths(plan, part.Nodes[0].Variable!.Slot, r.Variable!.Slot, part.Nodes[1].Variable!.Slot, part.Path?.Slot ?? -1, TypesOf(r.Types), r.Direction,
            r.Length ?? new LengthRange(1, 1), part.Form == PathForm.AllShortest,
            each.Count == 0 ? null : each.Aggregate((a, b) => new Binary(r.Position, BinaryOperator.And, a, b)), eachSlot);
        bound.Add(r.Variable.Slot);
        if (part.Path is not null) bound.Add(part.Path.Slot);
    }
}
