using System.Globalization;

namespace ActorGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private PatternPart PatternPath()
    {
        var position = Here;
        Variable? path = null;
        if (Current.Kind is TokenKind.Name or TokenKind.QuotedName && Ahead(1).Is("="))
        {
            path = NewVariable();
            at++;
        }

        var form = Current.IsWord("shortestPath") ? PathForm.Shortest : Current.IsWord("allShortestPaths") ? PathForm.AllShortest : PathForm.Plain;
        if (form == PathForm.Plain)
        {
            if (Current.IsWord("SHORTEST") || Current.IsWord("ANY") || Current.IsWord("ALL")) throw Unsupported($"The path selector {Current.Text.ToUpperInvariant()}");
            return Chain(position, path, form);
        }

        at++;
        Expect("(");
        var part = Chain(position, path, form);
        Expect(")");
        return part;
    }

    private PatternPart Chain(Graph.TextPosition position, Variable? path, PathForm form)
    {
        var nodes = new List<NodePattern> { Node() };
        var relationships = new List<RelationshipPattern>();
        while (Current.Is("-") || Current.Is("<") && Ahead(1).Is("-"))
        {
            relationships.Add(Relationship());
            nodes.Add(Node());
        }

        return new PatternPart(position, path, form, nodes, relationships);
    }

    private NodePattern Node()
    {
        var position = Here;
        if (Current.Is("(") && Ahead(1).Is("(")) throw Unsupported("A quantified path pattern");
        Expect("(");
        var variable = Current.Kind is TokenKind.Name or TokenKind.QuotedName && !IsInnerWhere() ? NewVariable() : null;
        var labels = Try(":") || TryWord("IS") ? Labels() : null;
        var properties = PatternProperties();
        var where = TryWord("WHERE") ? Expression() : null;
        Expect(")");
        return new NodePattern(position, variable, labels, properties, where);
    }

    /// <summary>Whether WHERE stands here as the keyword, not as a variable's name.</summary>
    private bool IsInnerWhere() => Current.IsWord("WHERE") && !Ahead(1).Is(")") && !Ahead(1).Is("]") && !Ahead(1).Is(":") && !Ahead(1).Is("{");

    private Expression? PatternProperties()
        => Current.Is("{") ? Map() : Current.Is("$") && !Ahead(1).Is("(") ? ParameterHere() : null;

    private RelationshipPattern Relationship()
    {
        var position = Here;
        var left = Try("<");
        Expect("-");
        Variable? variable = null;
        LabelExpression? types = null;
        LengthRange? length = null;
        Expression? properties = null, where = null;
        if (Try("["))
        {
            if (Current.Kind is TokenKind.Name or TokenKind.QuotedName && !IsInnerWhere()) variable = NewVariable();
            if (Try(":") || TryWord("IS")) types = Labels();
            if (Try("*")) length = Length();
            properties = PatternProperties();
            if (TryWord("WHERE")) where = Expression();
            Expect("]");
        }

        Expect("-");
        var right = Try(">");
        if (length is null) length = Repetition();
        var direction = left == right ? Direction.Both : left ? Direction.Incoming : Direction.Outgoing;
        return new RelationshipPattern(position, variable, types, length, properties, direction, where);
    }

    private LengthRange Length()
    {
        int? min = Current.Kind == TokenKind.Integer ? Hops() : null;
        if (!Try("..")) return min is { } exact ? new LengthRange(exact, exact) : new LengthRange(1, null);
        return new LengthRange(min ?? 1, Current.Kind == TokenKind.Integer ? Hops() : null);
    }

    /// <summary><c>{1,3}</c>, <c>+</c> or <c>*</c> behind a relationship, else null.</summary>
    private LengthRange? Repetition()
    {
        if (Try("+")) return new LengthRange(1, null);
        if (Try("*")) return new LengthRange(0, null);
        if (!Try("{")) return null;
        var min = Current.Kind == TokenKind.Integer ? Hops() : 0;
        int? max = min;
        if (Try(",")) max = Current.Kind == TokenKind.Integer ? Hops() : null;
        Expect("}");
        return new LengthRange(min, max);
    }

    private int Hops()
    {
        var token = tokens[at++];
        return int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var hops)
            ? hops
            : throw source.SyntaxError($"A path cannot have {token.Text} relationships", source.At(token.Start));
    }

    private LabelExpression Labels(bool pipes = true)
    {
        var left = LabelConjunction();
        while (pipes && Current.Is("|"))
        {
            at++;
            Try(":");
            left = new LabelOr(left, LabelConjunction());
        }

        return left;
    }

    private LabelExpression LabelConjunction()
    {
        var left = LabelAtom();
        while (Try("&") || Try(":")) left = new LabelAnd(left, LabelAtom());
        return left;
    }

    private LabelExpression LabelAtom()
    {
        if (Try("!")) return Nested<LabelExpression>(() => new LabelNot(LabelAtom()));
        if (Try("%")) return new LabelAny();
        if (Try("("))
        {
            var inner = Nested(() => Labels());
            Expect(")");
            return inner;
        }

        if (Current.Is("$") && Ahead(1).Is("("))
        {
            at += 2;
            if (Current.IsWord("all") && Ahead(1).Is("(") || Current.IsWord("any") && Ahead(1).Is("(")) throw Unsupported("$all() and $any() on labels");
            var value = Expression();
            Expect(")");
            return new LabelDynamic(value);
        }

        return new LabelName(Name("a label"));
    }
}
