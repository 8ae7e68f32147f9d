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
            else if (until.Latest is null && (OfficeWords.Is(word.Lower, "until", sentence.Language) || IsEnd(text, word, sentence.Language))) until = Date(rest, sentence.Language, today);
        }

        return (since, until);
    }

    /// <summary>"from 2001 to 2009", "between 2001 and 2009": the second year ends it.</summary>
    private static bool IsEnd(string text, Word word, string language)
    {
        const int Year = 4;
        var start = word.Span.Start - 1 - Year;
        return OfficeWords.Is(word.Lower, "range", language) && start >= 0 && text[word.Span.Start - 1] == ' ' && text[start..(start + Year)].All(char.IsAsciiDigit) && word.Span.End + Year < text.Length && text[(word.Span.End + 1)..(word.Span.End + 1 + Year)].All(char.IsAsciiDigit);
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
