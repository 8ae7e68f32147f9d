namespace ActorGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private static bool IsSchemaWord(Token token)
        => token.IsWord("INDEX") || token.IsWord("CONSTRAINT") || token.IsWord("RANGE") || token.IsWord("TEXT") || token.IsWord("POINT")
            || token.IsWord("FULLTEXT") || token.IsWord("VECTOR") || token.IsWord("LOOKUP");

    private SchemaCommand SchemaStatement()
    {
        var position = Here;
        var verb = tokens[at++].Text.ToUpperInvariant();
        if (Current.IsWord("OR")) throw Unsupported("OR REPLACE");
        if (verb == "SHOW")
        {
            TryWord("ALL");
            if (TryWord("INDEX") || TryWord("INDEXES")) return new SchemaCommand(position, SchemaAction.ShowIndexes, null, false, null, [], false);
            if (TryWord("CONSTRAINT") || TryWord("CONSTRAINTS")) return new SchemaCommand(position, SchemaAction.ShowConstraints, null, false, null, [], false);
            throw Unexpected("INDEXES or CONSTRAINTS");
        }

        if (verb == "CREATE" && !TryWord("RANGE") && !Current.IsWord("INDEX") && !Current.IsWord("CONSTRAINT")) throw Unsupported($"A {Current.Text.ToUpperInvariant()} index");
        var isIndex = TryWord("INDEX");
        if (!isIndex) ExpectWord("CONSTRAINT");
        if (verb == "DROP")
        {
            var dropped = Name("a name");
            var tolerant = TryWord("IF");
            if (tolerant) ExpectWord("EXISTS");
            return new SchemaCommand(position, isIndex ? SchemaAction.DropIndex : SchemaAction.DropConstraint, dropped, false, null, [], tolerant);
        }

        var name = Current.IsWord("IF") || Current.IsWord("FOR") ? null : Name("a name");
        var ifNotExists = TryWord("IF");
        if (ifNotExists)
        {
            ExpectWord("NOT");
            ExpectWord("EXISTS");
        }

        ExpectWord("FOR");
        var (onRelationship, label) = SchemaTarget();
        ExpectWord(isIndex ? "ON" : "REQUIRE");
        var properties = SchemaProperties();
        if (!isIndex)
        {
            ExpectWord("IS");
            TryWord("NODE");
            TryWord("RELATIONSHIP");
            TryWord("REL");
            if (!Current.IsWord("UNIQUE")) throw Unsupported($"A constraint IS {Current.Text}");
            at++;
        }

        if (properties.Count > 1) throw Unsupported("An index or constraint on several properties");
        return new SchemaCommand(position, isIndex ? SchemaAction.CreateIndex : SchemaAction.CreateConstraint, name, onRelationship, label, properties, ifNotExists);
    }

    private (bool OnRelationship, string Label) SchemaTarget()
    {
        Expect("(");
        if (!Try(")"))
        {
            NewVariable();
            Expect(":");
            var label = Name("a label");
            Expect(")");
            return (false, label);
        }

        Try("<");
        Expect("-");
        Expect("[");
        NewVariable();
        Expect(":");
        var type = Name("a relationship type");
        Expect("]");
        Expect("-");
        Try(">");
        Expect("(");
        Expect(")");
        return (true, type);
    }

    private List<string> SchemaProperties()
    {
        var inBrackets = Try("(");
        var properties = Separated(() =>
        {
            NewVariable();
            Expect(".");
            return Name("a property");
        });
        if (inBrackets) Expect(")");
        return properties;
    }
}
