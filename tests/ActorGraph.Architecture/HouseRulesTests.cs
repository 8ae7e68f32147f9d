using System.Text.RegularExpressions;
using ActorGraph.Testing;

namespace ActorGraph.Architecture;

/// <summary>The rules of the house, each with what to do instead.</summary>
public class HouseRulesTests
{
    private static IEnumerable<(string Path, string Text)> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
        .Order(StringComparer.Ordinal)
        .Select(path => (path, File.ReadAllText(Path.Combine(Repository.Root, path))));

    private static IEnumerable<(string Path, string Text)> Sources => Files("src");

    private static void None(string insteadOf, IEnumerable<string> found)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, insteadOf + "\n" + string.Join("\n", list));
    }

    [Fact]
    public void A_source_file_is_one_room_of_at_most_400_lines() => None("Split these files by what they know:",
        from file in Sources let lines = file.Text.Count(c => c == '\n') where lines > 400 select $"{file.Path}: {lines} lines");

    [Fact]
    public void A_name_says_what_is_inside() => None("Name these after what they do:",
        from file in Sources.Concat(Files("tests"))
        where Regex.IsMatch(file.Path, @"(Helpers?|Utils?|Utilities|Manager|Common|Misc|Impl)(\.cs$|/)|Base\.cs$")
        select file.Path);

    [Fact]
    public void A_namespace_equals_its_folder() => None("Give these the namespace of their folder:",
        from file in Sources
        let expected = Path.GetDirectoryName(file.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
        let stated = Regex.Match(file.Text, @"^namespace\s+([\w.]+);", RegexOptions.Multiline)
        where stated.Success && stated.Groups[1].Value != expected
        select $"{file.Path}: {stated.Groups[1].Value} instead of {expected}");

    [Fact]
    public void Cypher_stands_in_its_own_folder() => None("Move these statements to cypher/, one a file, and get them by name:",
        from file in Sources
        where !file.Path.StartsWith("src/ActorGraph.Cypher/", StringComparison.Ordinal) && !file.Path.StartsWith("src/ActorGraph.Engine/", StringComparison.Ordinal)
        from Match match in Regex.Matches(file.Text, @"""[^""\n]*\b(MATCH|MERGE|UNWIND) *\(")
        select $"{file.Path}: {match.Value}");

    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Utc)?Now\b", "Ask a TimeProvider for the time:")]
    [InlineData(@"\bThread\.Sleep\b", "Await a delay or a signal:")]
    [InlineData(@"^\s*#region\b", "Split the file where a region would start:")]
    [InlineData(@"\b(TODO|FIXME|HACK)\b", "Do it, or open an issue:")]
    [InlineData(@"\bcatch\s*(\(\s*Exception\s*\))?\s*\{\s*\}", "Say what may fail here and what follows; nothing is swallowed:")]
    public void A_habit_that_hurts_has_no_place_in_the_sources(string pattern, string instead) => None(instead,
        from file in Sources
        from Match match in Regex.Matches(file.Text, pattern, RegexOptions.Multiline)
        select $"{file.Path}: {match.Value.Trim()}");
}
