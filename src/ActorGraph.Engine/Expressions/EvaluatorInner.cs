using ActorGraph.Cypher.Planning;
using ActorGraph.Cypher.Syntax;
using ActorGraph.Graph;

namespace ActorGraph.Engine.Expressions;

internal sealed partial class Evaluator
{
    /// <summary>Expressions with variables or a plan of their own.</summary>
    private object? EvaluateInner(Expression expression, object?[] row)
    {
        switch (expression)
        {
            case ListComprehension e:
                return Items(e.List, row)?.Let(items => Comprehended(e, items, row));
            case Quantified e:
                return Items(e.List, row)?.Let(items => Quantify(e, items, row));
            case Reduce e:
                return Reduced(e, row);
            case PatternPredicate e:
                return context.Runner.RunInner(e, row).Any();
            case PatternComprehension e:
                return context.Runner.RunInner(e, row).Select(found => Evaluate(e.Projection, found)).ToList();
            case ShortestPathExpression e:
                var paths = context.Runner.RunInner(e, row).Select(found => found[^1]).ToList();
                return e.Pattern.Form == PathForm.AllShortest ? paths : paths.FirstOrDefault();
            case SubqueryExpression { Form: SubqueryForm.Exists } e:
                return context.Runner.RunInner(e, row).Any();
            case SubqueryExpression { Form: SubqueryForm.Count } e:
                return (long)context.Runner.RunInner(e, row).Count();
            case SubqueryExpression e:
                var column = Planner.ColumnsOf(e.Query.Parts[0])[0].Slot;
                return context.Runner.RunInner(e, row).Select(found => found[column]).ToList();
            default:
                throw new System.Diagnostics.UnreachableException(expression.GetType().Name);
        }
    }

    private IReadOnlyList<object?>? Items(Expression list, object?[] row) => Evaluate(list, row) switch
    {
        null => null,
        IReadOnlyList<object?> items => items,
        var other => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: expected List but was {Conversions.TypeName(other)} (InvalidArgumentType)"),
    };

    private List<object?> Comprehended(ListComprehension e, IReadOnlyList<object?> items, object?[] row)
    {
        var result = new List<object?>();
        foreach (var item in items)
        {
            row[e.Item.Slot] = item;
            if (e.Where is not null && !IsTrue(e.Where, row)) continue;
            result.Add(e.Projection is null ? item : Evaluate(e.Projection, row));
        }

        return result;
    }

    private bool? Quantify(Quantified e, IReadOnlyList<object?> items, object?[] row)
    {
        var (trues, unknowns) = (0, 0);
        foreach (var item in items)
        {
            row[e.Item.Slot] = item;
            switch (Truth(Evaluate(e.Where, row)))
            {
                case true: trues++; break;
                case null: unknowns++; break;
            }
        }

        return e.Quantifier switch
        {
            Quantifier.All => trues + unknowns < items.Count ? false : unknowns > 0 ? null : true,
            Quantifier.Any => trues > 0 ? true : unknowns > 0 ? null : false,
            Quantifier.None => trues > 0 ? false : unknowns > 0 ? null : true,
            _ => trues > 1 ? false : unknowns > 0 ? null : trues == 1,
        };
    }

    private object? Reduced(Reduce e, object?[] row)
    {
        var value = Evaluate(e.Start, row);
        if (Items(e.List, row) is not { } items) return null;
        foreach (var item in items)
        {
            row[e.Accumulator.Slot] = value;
            row[e.Item.Slot] = item;
            value = Evaluate(e.Body, row);
        }

        return value;
    }

    /// <summary>Whether a node has the labels, or a relationship is of the type, that the expression asks for.</summary>
    public bool? HasLabels(object? subject, LabelExpression labels, object?[] row) => subject switch
    {
        null => null,
        NodeReference node => Holds(labels, context.Transaction.Node(node.Id).Labels, row),
        RelationshipReference relationship => Holds(labels, [relationship.Type], row),
        _ => throw new GraphException(ErrorCodes.TypeError, $"Type mismatch: a {Conversions.TypeName(subject)} has no labels (InvalidArgumentType)"),
    };

    private bool Holds(LabelExpression labels, IReadOnlyList<string> present, object?[] row) => labels switch
    {
        LabelName name => present.Contains(name.Name),
        LabelAny => present.Count > 0,
        LabelNot not => !Holds(not.Operand, present, row),
        LabelAnd and => Holds(and.Left, present, row) && Holds(and.Right, present, row),
        LabelOr either => Holds(either.Left, present, row) || Holds(either.Right, present, row),
        LabelDynamic dynamic => Names(dynamic, row).All(present.Contains),
        _ => throw new System.Diagnostics.UnreachableException(labels.GetType().Name),
    };

    /// <summary>The names that labels to be written stand for.</summary>
    public IEnumerable<string> Names(LabelExpression? labels, object?[] row) => labels switch
    {
        null => [],
        LabelName name => [name.Name],
        LabelAnd and => Names(and.Left, row).Concat(Names(and.Right, row)),
        LabelDynamic dynamic => Evaluate(dynamic.Value, row) switch
        {
            string name when name.Length > 0 => [name],
            IReadOnlyList<object?> list when list.All(item => item is string { Length: > 0 }) => list.Cast<string>(),
            var other => throw new GraphException(ErrorCodes.TypeError, $"A label or type is a text, or a list of texts, not a {Conversions.TypeName(other)}"),
        },
        _ => throw new System.Diagnostics.UnreachableException(labels.GetType().Name),
    };
}

internal static class Optional
{
    public static TResult Let<T, TResult>(this T value, Func<T, TResult> use) => use(value);
}
