using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Whether a meeting took place, is planned, is denied or only thought of: by cues around its trigger (<c>cues.tsv</c>).</summary>
internal static partial class Statuses
{
    private const int HowFar = 160;

    private static readonly Dictionary<string, List<(Regex Pattern, MeetingStatus Status, string Where)>> Cues = Tables.Rows("cues.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key,
        group => group.Select(row => (new Regex(row[0], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), Enum.Parse<MeetingStatus>(row[2], ignoreCase: true), row[3])).ToList());

    public static MeetingStatus Of(string text, Sentence sentence, int clause, TextSpan trigger, string language)
    {
        var word = trigger.Of(text);
        var near = text[Math.Max(clause, trigger.Start - HowFar)..trigger.Start] + word;
        var before = text[Math.Max(sentence.Span.Start, trigger.Start - HowFar)..trigger.Start] + word;
        var after = text[trigger.End..Math.Min(sentence.Span.End, trigger.End + HowFar)];
        foreach (var (pattern, status, where) in Cues.GetValueOrDefault(language) ?? [])
        {
            if (where is "clause" && pattern.IsMatch(near) || where is "sentence" or "any" && pattern.IsMatch(before) || where is "after" or "any" && pattern.IsMatch(after)) return status;
        }

        return Planned().IsMatch(word) ? MeetingStatus.Planned : MeetingStatus.Occurred;
    }

    [GeneratedRegex(@"^(?:will|to) ", RegexOptions.IgnoreCase)]
    private static partial Regex Planned();
}
