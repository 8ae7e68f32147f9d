using System.Text.RegularExpressions;
using ActorGraph.Testing;

namespace ActorGraph.Api.Tests.Explore;

/// <summary>cypher/explore/README.md: questions in words, in GraphQL and in Cypher, with their answers.</summary>
internal sealed partial record ExplorePage(string Introduction, IReadOnlyList<ExploreQuestion> Questions)
{
    private static readonly string File = Path.Combine(Repository.Root, "cypher", "explore", "README.md");

    public static ExplorePage Read()
    {
        var parts = Heading().Split(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"));
        return new(parts[0], parts.Skip(1).Select(Question).ToList());
    }

    /// <summary>The page with other answers, which stands in the file then.</summary>
    public ExplorePage Write(IReadOnlyList<ExploreQuestion> questions)
    {
        System.IO.File.WriteAllText(File, Introduction + string.Join("\n", questions.Select(question => question.Text)));
        return this with { Questions = questions };
    }

    private static ExploreQuestion Question(string text)
    {
        var match = Section().Match(text);
        Assert.True(match.Success, "A question of cypher/explore/README.md is its words, a block of graphql, one of the command, one of cypher and a table:\n" + text);
        return new(match.Groups["words"].Value, match.Groups["graphql"].Value, match.Groups["statement"].Value, match.Groups["flags"].Value.Trim(), match.Groups["cypher"].Value, AnswerTable.Parse(match.Groups["table"].Value));
    }

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<words>.+)\n\n```graphql\n(?<graphql>[^`]+)```\n\n```\nactorgraph cypher @(?<statement>[\w-]+)(?<flags>.*)\n```\n\n```cypher\n(?<cypher>[^`]*)```\n\n(?<table>(?:\|.*\n)+)\n?$")]
    private static partial Regex Section();
}
