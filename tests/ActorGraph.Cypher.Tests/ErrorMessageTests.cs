using ActorGraph.Cypher.Planning;
using ActorGraph.Graph;

namespace ActorGraph.Cypher.Tests;

/// <summary>A wrong statement is answered with a code, the place and a line that shows it.</summary>
public sealed class ErrorMessageTests
{
    public static TheoryData<string, string, int, int> Wrong => new()
    {
        { "MATCH (n RETURN n", ErrorCodes.SyntaxError, 1, 10 },
        { "MATCH (n) RETURN", ErrorCodes.SyntaxError, 1, 17 },
        { "RETURN 'never ends", ErrorCodes.SyntaxError, 1, 8 },
        { "RETURN x", ErrorCodes.SyntaxError, 1, 8 },
        { "MATCH (n)\nWHERE m.name = 'a'\nRETURN n", ErrorCodes.SyntaxError, 2, 7 },
        { "RETURN nosuch(1)", ErrorCodes.SyntaxError, 1, 8 },
        { "MATCH (n) WHERE count(n) > 1 RETURN n", ErrorCodes.SyntaxError, 1, 17 },
        { "MATCH (n)-[r]->(r) RETURN r", ErrorCodes.SyntaxError, 1, 12 },
        { "CREATE (a)-[:X|Y]->(b)", ErrorCodes.SyntaxError, 1, 11 },
        { "RETURN 1 AS a, 2 AS a", ErrorCodes.SyntaxError, 1, 16 },
        { "MATCH (n) RETURN n LIMIT n.x", ErrorCodes.SyntaxError, 1, 26 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_statement_is_shown_with_its_place(string text, string code, int line, int column)
    {
        var failure = Assert.Throws<GraphException>(() => Compile(text));
        Assert.Equal(code, failure.Code);
        Assert.Equal((line, column), (failure.Position!.Value.Line, failure.Position.Value.Column));
        var lines = failure.Message.Split('\n');
        Assert.Equal("\"" + text.Split('\n')[line - 1] + "\"", lines[^2]);
        Assert.Equal(new string(' ', column) + "^", lines[^1]);
    }

    [Fact]
    public void The_text_of_an_error_says_what_was_expected()
        => Assert.Equal("Variable `x` not defined (UndefinedVariable) (line 1, column 8 (offset: 7))\n\"RETURN x\"\n        ^", Assert.Throws<GraphException>(() => Compile("RETURN x")).Message);

    [Theory]
    [InlineData(100_000)]
    public void Deep_nesting_is_refused_and_does_not_end_the_process(int depth)
    {
        Assert.Throws<GraphException>(() => Compile("RETURN " + new string('(', depth) + "1" + new string(')', depth)));
        Assert.Throws<GraphException>(() => Compile("RETURN " + new string('[', depth)));
        Assert.Throws<GraphException>(() => Compile("RETURN " + string.Concat(Enumerable.Repeat("NOT ", depth)) + "true"));
    }

    [Fact]
    public void No_text_however_broken_fails_otherwise_than_with_a_code()
    {
        var random = new Random(1);
        string[] words = ["MATCH", "(", ")", "n", ":", "L", "-", "[", "]", "->", "<-", "r", "*", "1", "..", "RETURN", "WITH", "AS", ",", "WHERE", "=", "'a'", "{", "}", "$p", "CREATE", "|", "CASE", "WHEN", "END", "NOT", "UNWIND", "x", ".", "count", "DELETE", "\n", "\u0000", "`"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => words[random.Next(words.Length)]));
            try
            {
                Compile(text);
            }
            catch (GraphException failure)
            {
                Assert.StartsWith("Neo.ClientError.", failure.Code, StringComparison.Ordinal);
            }
        }
    }

    private static CompiledStatement Compile(string text) => new CypherCompiler().Compile(text, new SchemaSnapshot(1, new HashSet<(string, string)>(), new HashSet<(string, string)>()));
}
