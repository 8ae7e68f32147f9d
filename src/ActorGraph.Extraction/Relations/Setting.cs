using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>When and where an article's story is: for a meeting whose sentence tells neither.</summary>
internal sealed partial class Setting(AnnotatedText text)
{
    private const int HowFarBack = 400;
    private const int Recent = 10;

    private readonly Dictionary<string, (EventDate? Day, int At)> newsDays = [];

    /// <summary>The date told last in the paragraph, else that of the meeting told before if it is news, else the day the news is of; unknown where the article tells none.</summary>
    /// <param name="isEarlier">Whether the sentence looks back ("had met"): then only its own paragraph dates it.</param>
    public EventDate When(Sentence sentence, Article article, MeetingEvidence? before, MeetingStatus status, bool isEarlier)
    {
        if (Following(sentence, article) is { } told) return told;
        if (InParagraph(sentence, article, status) is { } near) return near;
        if (isEarlier || article.Date is not { } day || status != MeetingStatus.Occurred) return EventDate.Unknown;
        if (before is { Status: MeetingStatus.Occurred } && before.ArticleId == article.Id && DayOf(before.When) is { } last && last <= day && last >= day.AddDays(-Recent)) return before.When with { Text = null, Basis = before.When.Basis == DateBasis.Stated ? DateBasis.Anchored : before.When.Basis };
        var (news, at) = NewsDay(article);
        return (news is null || at > sentence.Span.Start) && IsLead(sentence, article) ? new(null, null, day, DatePrecision.None, DateBasis.Reported) : news ?? EventDate.Unknown;
    }

    /// <summary>The first paragraphs below an agency's dateline ("LIMA (Agency) - 18 March 2025") tell the news of that day.</summary>
    private bool IsLead(Sentence sentence, Article article)
    {
        const int Head = 900;
        if (article.DateText is not { } date || sentence.Span.Start > article.Span.Start + Head) return false;
        var at = text.Text.IndexOf(date, article.Span.Start, Math.Min(Head, article.Span.End - article.Span.Start), StringComparison.Ordinal);
        if (at < 0) return false;
        var line = text.Text.LastIndexOf('\n', at) + 1;
        var town = text.Text.AsSpan(line, at - line);
        return town.Length > 3 && char.IsUpper(town[1]) && char.IsUpper(town[2]) && town.IndexOfAny('(', '-', '–') > 0;
    }

    /// <summary>"…. That was in August."</summary>
    private EventDate? Following(Sentence sentence, Article article)
    {
        const int Short = 60;
        var end = Math.Min(article.Span.End, sentence.Span.End + Short);
        var next = text.Text[sentence.Span.End..end];
        var stop = next.IndexOfAny(['.', '\n'], Math.Min(3, next.Length));
        if (stop < 0 || ThatWas().Match(next) is not { Success: true } match || Dates.In(next[..stop], sentence.Language) is not [var words] || words.Start < match.Length - 1) return null;
        return Dates.Of(words, sentence.Language, article.Date, false, null) is { Earliest: not null } when ? when : null;
    }

    private EventDate? InParagraph(Sentence sentence, Article article, MeetingStatus status)
    {
        var line = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        var from = Math.Max(Math.Max(article.Span.Start, line), sentence.Span.Start - HowFarBack);
        if (from >= sentence.Span.Start) return null;
        var before = text.Text[from..sentence.Span.Start];
        foreach (var words in Dates.In(before, sentence.Language).Reverse())
        {
            if (words.Kind is Dates.DateKind.Context or Dates.DateKind.DayOnly or Dates.DateKind.Ago || IsOfSaying(before[..words.Start], sentence.Language) || IsDateline(before, words)) continue;
            var isAhead = status == MeetingStatus.Planned;
            var when = Dates.Of(words, sentence.Language, article.Date, isAhead && !(words.Kind == Dates.DateKind.Relative && !Dates.IsAhead(words, sentence.Language)), null);
            if (when.Earliest is not { } first) return null;
            return article.Date is { } day && (status == MeetingStatus.Occurred ? first > day : when.Latest < day) ? null : when with { Text = null, Basis = DateBasis.Anchored };
        }

        return null;
    }

    /// <summary>The first day told in the article's head that is the article's own or lies right before it: what the article tells was on it, or earlier.</summary>
    private (EventDate? Day, int At) NewsDay(Article article)
    {
        const int Head = 900;
        const int Days = 3;
        if (newsDays.TryGetValue(article.Id, out var known)) return known;
        var found = ((EventDate?)null, 0);
        foreach (var sentence in text.Sentences.Where(sentence => sentence.Span.Start >= article.Span.Start && sentence.Span.Start < Math.Min(article.Span.End, article.Span.Start + Head) && !sentence.IsBoilerplate && !Credit().IsMatch(text.Text.AsSpan(sentence.Span.Start, LineEnd(sentence) - sentence.Span.Start)) && !(article.DateText is { } own && sentence.Span.Of(text.Text).Contains(own, StringComparison.Ordinal))))
        {
            foreach (var words in Dates.In(sentence.Span.Of(text.Text), sentence.Language).Where(words => words.Kind == Dates.DateKind.Relative && !Dates.IsAhead(words, sentence.Language)))
            {
                if (found.Item1 is null && Dates.Of(words, sentence.Language, article.Date, false, null) is { Precision: DatePrecision.Day, Earliest: { } day } && day <= article.Date && day >= article.Date!.Value.AddDays(-Days)) found = (new(null, null, day, DatePrecision.None, DateBasis.Reported), sentence.Span.Start);
            }
        }

        return newsDays[article.Id] = found;
    }

    private int LineEnd(Sentence sentence) => text.Text.IndexOf('\n', sentence.Span.Start) is >= 0 and var end ? end : text.Text.Length;

    /// <summary>A caption of a picture may be of another day.</summary>
    [GeneratedRegex(@"(?:[—–/|(\[]|- |^)\s*(?:(?:file|archive|handout) )?(?:photo|foto|photograph|picture|image|fotoğraf|photographie)\w*\b[^\n]{0,80}$|\((?:AP|AFP|Reuters|EPA|ANP|dpa|AA|EFE)[^()\n]{0,40}\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    /// <summary>The day that a meeting was on, or was reported on; null where it is known less exactly.</summary>
    private static DateOnly? DayOf(EventDate when) => when.Precision == DatePrecision.Day || when.Basis == DateBasis.Reported ? when.Latest : null;

    /// <summary>"said on Wednesday" dates the saying.</summary>
    private static bool IsOfSaying(string before, string language) => before.Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries).TakeLast(3).Any(word => Grammar.ClassOf(word.ToLowerInvariant(), language) == WordClass.Say);

    /// <summary>"LIMA, 13 March –".</summary>
    private static bool IsDateline(string before, Dates.Words words) => words.Kind == Dates.DateKind.Full && words.Start < 45 && words.End + 25 > before.IndexOfAny(['–', '—', '-'], Math.Min(words.End, before.Length - 1)) && before.IndexOfAny(['–', '—', '-'], Math.Min(words.End, before.Length - 1)) >= 0;

    [GeneratedRegex(@"^\s*(?:That|It|This|Dat|Het|Das|Es|C['’]était|Fue|Eso fue|Ocurrió)(?: was| war|) ", RegexOptions.None)]
    private static partial Regex ThatWas();
}
