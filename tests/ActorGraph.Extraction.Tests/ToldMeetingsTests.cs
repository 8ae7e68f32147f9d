using System.Globalization;
using System.Text.RegularExpressions;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests;

/// <summary>Ways of telling a meeting, a made-up sentence for each, with what is to be read (<c>Told/*.tsv</c>).</summary>
public partial class ToldMeetingsTests
{
    private static readonly DateOnly Thursday = new(2024, 3, 14);

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("tr")]
    public void Every_sentence_tells_what_its_line_says(string language)
    {
        var lines = Lines(language);
        var wrong = lines.Where(line => !line.IsOpen && !IsReadSo(line)).Select(line => $"{line.Sentence}\n    read: {Read(line)}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("tr")]
    public void What_is_marked_as_not_read_yet_is_not(string language) => Assert.Empty(Lines(language).Where(line => line.IsOpen && IsReadSo(line)).Select(line => line.Sentence));

    private sealed record Line(string Sentence, string Before, string[] Told, bool IsOpen);

    private static List<Line> Lines(string language)
    {
        using var reader = new StreamReader(typeof(ToldMeetingsTests).Assembly.GetManifestResourceStream($"meetings.{language}.tsv")!);
        var (lines, before) = (new List<Line>(), "");
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("= ", StringComparison.Ordinal)) before = line[2..];
            else if (line.Length > 0 && line[0] != '#') lines.Add(new Line(line.TrimStart('?').Split('\t')[0], before, line.Split('\t')[1] == "none" ? [] : line.Split('\t')[1].Split("; "), line[0] == '?'));
        }

        return lines;
    }

    private static string Read(Line line)
    {
        var reading = new Reading(line.Before + "\n\n" + line.Sentence, Thursday);
        return string.Join("; ", reading.Meetings.Select(meeting => $"{meeting.Kind} {meeting.Status}: {string.Join(", ", reading.Who(meeting))} @ {string.Join(", ", reading.Where(meeting))} | {Day(meeting.When)} {meeting.When.Basis}"));
    }

    private static bool IsReadSo(Line line)
    {
        var reading = new Reading(line.Before + "\n\n" + line.Sentence, Thursday);
        return reading.Meetings.Count == line.Told.Length && line.Told.All(told => reading.Meetings.Any(meeting => Fits(told, meeting, reading)));
    }

    private static bool Fits(string told, MeetingEvidence meeting, Reading reading)
    {
        var match = Account().Match(told);
        Assert.True(match.Success, told);
        string Value(string group) => match.Groups[group].Value.Trim();
        var who = reading.Who(meeting with { Participants = [.. meeting.Participants.Where(p => p.Role != ParticipantRole.Companion)] });
        return Value("kind").Replace("_", "", StringComparison.Ordinal).Equals(meeting.Kind.ToString(), StringComparison.OrdinalIgnoreCase) && Value("status").Equals(meeting.Status.ToString(), StringComparison.OrdinalIgnoreCase)
            && Sorted(Value("who")) == who && (!match.Groups["companions"].Success || Sorted(Value("companions")) == reading.Who(meeting, ParticipantRole.Companion))
            && (!match.Groups["where"].Success || Value("where") == (meeting.Places.Count == 0 ? "-" : reading.Where(meeting).Split(", ")[0])) && (!match.Groups["when"].Success || Value("when") == Day(meeting.When));
    }

    private static string Sorted(string names) => string.Join(", ", names.Split(',').Select(name => name.Trim()).Order(StringComparer.Ordinal));

    private static string Day(EventDate when) => when.Basis == DateBasis.Reported ? Written(when.Latest, "yyyy-MM-dd") : when.Precision switch
    {
        DatePrecision.Day => Written(when.Earliest, "yyyy-MM-dd"),
        DatePrecision.Month => Written(when.Earliest, "yyyy-MM"),
        DatePrecision.Year => Written(when.Earliest, "yyyy"),
        _ => "-",
    };

    private static string Written(DateOnly? day, string format) => day?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    [GeneratedRegex(@"^(?<kind>\w+) (?<status>\w+): (?<who>[^+@|]*)(?:\+(?<companions>[^@|]*))?(?:@(?<where>[^|]*))?(?:\|(?<when>.*))?$")]
    private static partial Regex Account();
}
