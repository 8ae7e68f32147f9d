using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Since when and until when an office is held, where the words around it say so: "since 2019", "from 1990 to 1995", "tot 2016".</summary>
internal static class OfficeTimes
{
    private const int HowFar = 60;
    private const int LongestDate = 24;

    public static (EventDate Since, EventDate Until) Around(string text, Sentence sentence, TextSpan title, DateOnly? today)
    {
        var (since, until) = (EventDate.Unknown, EventDate.Unknown);
        foreach (var word in sentence.Words)
        {
            if (word.Span.End < title.Start - HowFar / 2 || word.Span.Start > title.End + HowFar) continue;
            var rest = text[word.Span.End..Math.Min(sentence.Span.End, word.Span.End + LongestDate)];
            if (rest.Length < 2 || rest[0] != ' ') continue;
            if (since.Earliest is null && OfficeWords.Is(word.Lower, "since", sentence.Language)) since = Date(rest, sentence.Language, today);
            else if (until.Latest is null && OfficeWords.Is(word.Lower, "until", sentence.Language)) until = Date(rest, sentence.Language, today);
        }

        return (since, until);
    }

    /// <summary>The date that follows at once; the words of time are read as though "in" stood before them.</summary>
    private static EventDate Date(string rest, string language, DateOnly? today)
    {
        const string Lead = "in";
        var date = Dates.Nearest(Lead + rest, Lead.Length, language, today, isFuture: false);
        if (date.Text is null) return EventDate.Unknown;
        var words = date.Text.StartsWith(Lead + " ", StringComparison.Ordinal) ? date.Text[(Lead.Length + 1)..] : date.Text;
        return rest.IndexOf(words, StringComparison.Ordinal) is >= 0 and <= 6 ? date with { Text = words } : EventDate.Unknown;
    }
}
