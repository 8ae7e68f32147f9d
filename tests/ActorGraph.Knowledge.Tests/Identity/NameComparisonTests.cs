using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;
using ActorGraph.Testing;
using Xunit.Abstractions;

namespace ActorGraph.Knowledge.Tests.Identity;

public class NameComparisonTests(ITestOutputHelper output)
{
    private sealed record Pair(string Set, string A, string B, bool Same);

    [SkippableTheory]
    [InlineData("leaders", 0.90)]
    [InlineData("un", 0.96)]
    [InlineData("spellings", 0.93)]
    public void Pairs_of_a_set_are_told_same_or_not_as_people_judged_them(string set, double floor)
    {
        var pairs = File.ReadLines(Need.Shared("eval", "names", "pairs.csv")).Skip(1).Select(Read).Where(pair => pair.Set == set).ToList();
        int found = 0, wrong = 0, missed = 0;
        foreach (var pair in pairs)
        {
            var verdict = NameComparison.Compare(pair.A, pair.B, ActorType.Person);
            var said = verdict.Verdict == Verdict.Same;
            if (said && pair.Same) found++;
            if (said && !pair.Same) wrong++;
            if (!said && pair.Same) missed++;
            if (said != pair.Same) output.WriteLine($"{(pair.Same ? "missed" : "wrong ")} {pair.A} | {pair.B} {verdict.Score}: {string.Join("; ", verdict.Reasons)}");
        }
        var f = 2.0 * found / (2 * found + wrong + missed);
        output.WriteLine($"{set}: F {f:0.000}, {found} found, {wrong} wrong, {missed} missed");
        Assert.True(f >= floor, $"{set}: F {f:0.000} is below {floor}");
    }

    [Theory]
    [InlineData("İbrahim Kalın", "Ibrahim Kalin", null, Verdict.Same)]
    [InlineData("Türkiye", "Turkije", ActorType.Country, Verdict.Same)]
    [InlineData("Dbeibah", "Dbeibeh", ActorType.Person, Verdict.Same)]
    [InlineData("Khalifa Haftar", "Haftar, Khalifa", ActorType.Person, Verdict.Same)]
    [InlineData("J. van Everdingen", "Jan van Everdingen", ActorType.Person, Verdict.Same)]
    [InlineData("Khalifa Haftar", "Saddam Haftar", ActorType.Person, Verdict.NotSame)]
    [InlineData("Nguyen Thi Hong Anh", "Nguyen Thi Hong Van", ActorType.Person, Verdict.NotSame)]
    [InlineData("Saddam Hussein al-Tikriti", "Uday Saddam Hussein al-Tikriti", ActorType.Person, Verdict.NotSame)]
    [InlineData("Khalifa Haftar", "Haftar", ActorType.Person, Verdict.Unsure)]
    [InlineData("Omar Dabsik", "Omar Dabski", ActorType.Person, Verdict.Same)]
    [InlineData("Karim Yousef Belkadi", "Yousef Karim Ahmad Belkadi", ActorType.Person, Verdict.Unsure)]
    [InlineData("Libyan National Army", "Libische Nationale Leger", ActorType.Organization, Verdict.Same)]
    [InlineData("UN", "Birleşmiş Milletler", ActorType.Organization, Verdict.Same)]
    [InlineData("Government of National Unity", "Government of National Accord", ActorType.Organization, Verdict.NotSame)]
    public void Two_names_are_judged(string a, string b, ActorType? type, Verdict expected)
    {
        Assert.Equal(expected, NameComparison.Compare(a, b, type).Verdict);
        Assert.Equal(expected, NameComparison.Compare(b, a, type).Verdict);
    }

    [Theory]
    [InlineData("Haftar", "Hifter")]
    [InlineData("Dbeibah", "Dibeybe")]
    [InlineData("Khamenei", "Hamaney")]
    [InlineData("Gaddafi", "Kadhafi")]
    [InlineData("Prigoschin", "Prigojine")]
    public void Spellings_of_one_word_share_a_key(string a, string b)
        => Assert.NotEmpty(NameKeys.Of(a).Intersect(NameKeys.Of(b)));

    private static Pair Read(string line)
    {
        var fields = new List<string>();
        var (field, quoted) = ("", false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted)) { fields.Add(field); field = ""; }
            else if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') { field += '"'; i++; }
            else if (line[i] == '"') quoted = !quoted;
            else field += line[i];
        }
        return new(fields[0], fields[1], fields[2], fields[3] == "1");
    }
}
