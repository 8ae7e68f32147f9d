using System.Text;
using System.Text.RegularExpressions;
using ActorGraph.Facts;
using Xunit.Abstractions;

namespace ActorGraph.Extraction.Tests;

/// <summary>Short news, written for this test, with every name marked (<c>Told/names.*.tsv</c>): how many are found with their boundaries and their type.</summary>
public partial class ToldNamesTests(ITestOutputHelper output)
{
    /// <param name="all">F that names of all types must reach.</param>
    /// <param name="organizations">F that organizations must reach.</param>
    [Theory]
    [InlineData("en", 0.93, 0.93)]
    [InlineData("nl", 0.93, 0.93)]
    [InlineData("tr", 0.89, 0.92)]
    [InlineData("de", 0.88, 0.87)]
    [InlineData("fr", 0.91, 0.91)]
    [InlineData("es", 0.93, 0.93)]
    public void Names_of_the_news_are_found(string language, double all, double organizations)
    {
        var (expected, found) = (new List<string>(), new List<string>());
        using var reader = new StreamReader(typeof(ToldNamesTests).Assembly.GetManifestResourceStream($"names.{language}.tsv")!);
        for (var line = 1; reader.ReadLine() is { } marked; line++)
        {
            if (marked.Length == 0 || marked[0] == '#') continue;
            var (text, names) = Unmarked(marked);
            var told = new FactExtractor().Extract(Document.FromText(text)).Sightings.SelectMany(sighting => sighting.Mentions.Select(mention => Name(sighting.Type, mention.Span, text))).ToList();
            foreach (var name in names.Except(told)) output.WriteLine($"{line}: missed {name}");
            foreach (var name in told.Except(names)) output.WriteLine($"{line}: extra {name}");
            expected.AddRange(names.Select(name => $"{line} {name}"));
            found.AddRange(told.Select(name => $"{line} {name}"));
        }

        Assert.True(F(expected, found) >= all, $"F of all names is {F(expected, found):0.000}.");
        var (those, ofThem) = (expected.Where(IsOrganization).ToList(), found.Where(IsOrganization).ToList());
        Assert.True(F(those, ofThem) >= organizations, $"F of organizations is {F(those, ofThem):0.000}.");
    }

    private static double F(List<string> expected, List<string> found) => 2.0 * expected.Intersect(found).Count() / (expected.Count + found.Count);

    private static bool IsOrganization(string name) => name.Contains($" {ActorType.Organization} ", StringComparison.Ordinal);

    private static string Name(ActorType type, TextSpan span, string text) => $"{type} {span.Of(text)} at {span.Start}";

    private static (string Text, List<string> Names) Unmarked(string marked)
    {
        var (text, names, at) = (new StringBuilder(), new List<(ActorType Type, int Start, int Length)>(), 0);
        foreach (var mark in Mark().Matches(marked).Cast<Match>())
        {
            text.Append(marked, at, mark.Index - at);
            names.Add((Type(mark.Groups[1].Value), text.Length, mark.Groups[2].Length));
            text.Append(mark.Groups[2].Value);
            at = mark.Index + mark.Length;
        }

        var whole = text.Append(marked, at, marked.Length - at).ToString();
        return (whole, names.Select(name => Name(name.Type, new TextSpan(name.Start, name.Start + name.Length), whole)).ToList());
    }

    private static ActorType Type(string mark) => mark switch { "O" => ActorType.Organization, "P" => ActorType.Person, "C" => ActorType.Country, "V" => ActorType.Vessel, _ => ActorType.Place };

    [GeneratedRegex(@"\{([OPCLV]) ([^}]*)\}")]
    private static partial Regex Mark();
}
