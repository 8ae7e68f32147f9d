using System.Xml.Linq;
using ActorGraph.Testing;

namespace ActorGraph.Architecture;

public class ProjectReferencesTests
{
    /// <summary>Who may reference whom: the same table as src/README.md.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Facts"] = [],
        ["Graph"] = [],
        ["Cypher"] = ["Graph"],
        ["Engine"] = ["Graph", "Cypher"],
        ["Bolt"] = ["Graph"],
        ["Extraction"] = ["Facts"],
        ["Knowledge"] = ["Facts", "Graph"],
        ["Api"] = ["Facts", "Graph", "Engine", "Bolt", "Extraction", "Knowledge"],
    };

    private static IEnumerable<string> Names => Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "ActorGraph.*")
        .Select(folder => Path.GetFileName(folder)["ActorGraph.".Length..]).Order(StringComparer.Ordinal);

    public static TheoryData<string> Projects() => [.. Names];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_exactly_what_the_table_allows(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"src/ActorGraph.{project} has no row in the table here and in src/README.md: add it, with what it may reference.");
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", $"ActorGraph.{project}", $"ActorGraph.{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["ActorGraph.".Length..]);
        Assert.Equal(Allowed[project].Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_of_the_table_has_its_project()
        => Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Names);
}
