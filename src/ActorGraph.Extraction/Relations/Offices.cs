using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Positions held: titles before a name, and appositions after it.</summary>
internal static partial class Offices
{
    public static AnnotatedText Read(AnnotatedText text)
    {
        var evidence = text.Evidence.ToList();
        var seen = new HashSet<(string, string, string?)>();
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate))
        {
            var mentions = text.MentionsIn(sentence.Span);
            var article = text.ArticleAt(sentence.Span.Start);
            void Add(NameMention person, TextSpan title, NameMention? of, string rule)
            {
                var (who, whose) = (text.SightingAt[person.Span], of is null ? null : text.SightingAt[of.Span]);
                var name = title.Of(text.Text).Trim().ToLowerInvariant();
                if (who == whose || !seen.Add((who, name, whose))) return;
                evidence.Add(new OfficeEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, title, null, rule, who, name, whose, StatusOf(text.Text, sentence, title, name), EventDate.Unknown, EventDate.Unknown));
            }

            for (var i = 0; i < mentions.Count; i++)
            {
                if (mentions[i].Type != ActorType.Person) continue;
                BeforeName(text, mentions, i, sentence.Language, Add);
                AfterName(text, sentence, mentions, i, Add, evidence, article);
                OfficeThenName(text, sentence, mentions, i, Add);
            }
        }

        return text with { Evidence = evidence };
    }

    /// <summary>"Turkish Defence Minister Tugrul Isikci", "MIT chief Kalin".</summary>
    private static void BeforeName(AnnotatedText text, IReadOnlyList<NameMention> mentions, int at, string language, Action<NameMention, TextSpan, NameMention?, string> add)
    {
        if (mentions[at].Title is not { } title || !IsOffice(title.Of(text.Text), language)) return;
        var of = at > 0 && mentions[at - 1] is { Type: ActorType.Country or ActorType.Organization or ActorType.Place } before && title.Start - before.Span.End is >= 0 and <= 4
            && text.Text[before.Span.End..title.Start].Trim(' ', '(', ')', '\'', '’', 's').Length == 0 ? before : null;
        add(mentions[at], title, of, "office.title");
    }

    /// <summary>"Abdul Hamid Dbeibeh, the head of the National Unity Government"; "Guven Begec, the Turkish ambassador to Libya".</summary>
    private static void AfterName(AnnotatedText text, Sentence sentence, IReadOnlyList<NameMention> mentions, int at, Action<NameMention, TextSpan, NameMention?, string> add, List<Evidence> evidence, Article article)
    {
        if (at + 1 >= mentions.Count) return;
        var next = mentions[at + 1];
        var gap = Phrases.Gap(text, mentions[at], next);
        if (next.Type is ActorType.Organization or ActorType.Country or ActorType.Place && !next.IsDemonym && Apposition().Match(gap) is { Success: true } told && IsOffice(told.Groups["title"].Value, sentence.Language))
        {
            var start = mentions[at].Span.End + told.Groups["title"].Index;
            add(mentions[at], new TextSpan(start, start + told.Groups["title"].Length), next, "office.apposition");
            return;
        }

        if (next is not { Type: ActorType.Country } || at + 2 >= mentions.Count || !DemonymLead().IsMatch(gap)) return;
        var host = mentions[at + 2];
        var between = Phrases.Gap(text, next, host);
        if (Posting().Match(between) is not { Success: true } posting)
        {
            if (IsOffice(between.Split(',')[0].Trim(), sentence.Language) && between.TrimStart().Length < 60 && next.IsDemonym) add(mentions[at], Trimmed(text.Text, next.Span.End, between), next, "office.apposition");
            return;
        }

        var first = next.Span.End + posting.Groups["title"].Index;
        add(mentions[at], new TextSpan(first, first + posting.Groups["title"].Length), next, "office.posting");
        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, new TextSpan(first, first + posting.Groups["title"].Length), null, "office.posting",
            text.SightingAt[mentions[at].Span], RelationKind.PostedTo, text.SightingAt[host.Span], FactStatus.Current));
    }

    /// <summary>"The head of Turkish intelligence, Ibrahim Kalin", "Commander of the Libyan National Army Khalifa Haftar", "GNA, led by Fayez al-Sarraj".</summary>
    private static void OfficeThenName(AnnotatedText text, Sentence sentence, IReadOnlyList<NameMention> mentions, int at, Action<NameMention, TextSpan, NameMention?, string> add)
    {
        if (at == 0 || mentions[at - 1].Type is not (ActorType.Organization or ActorType.Country)) return;
        var of = mentions[at - 1];
        var gap = Phrases.Gap(text, of, mentions[at]);
        if (LedBy().Match(gap) is { Success: true } led)
        {
            add(mentions[at], new TextSpan(of.Span.End + led.Groups["title"].Index, of.Span.End + led.Groups["title"].Index + led.Groups["title"].Length), of, "office.led_by");
            return;
        }

        if (!Between().IsMatch(gap)) return;
        var first = at - 1;
        // "(MIT)" repeats the organization before it.
        if (first > 0 && mentions[first - 1].Type == ActorType.Organization && Phrases.Gap(text, mentions[first - 1], of) == " (") first--;
        var lead = text.Text[sentence.Span.Start..mentions[first].Span.Start];
        if (TitleLead().Match(lead) is { Success: true } title && IsOffice(title.Groups["title"].Value, sentence.Language))
        {
            var start = sentence.Span.Start + title.Groups["title"].Index;
            add(mentions[at], new TextSpan(start, start + title.Groups["title"].Length), mentions[first], "office.before");
        }
    }

    private static TextSpan Trimmed(string text, int start, string gap)
    {
        var title = gap.Split(',')[0];
        return new TextSpan(start + title.Length - title.TrimStart().Length, start + title.TrimEnd().Length);
    }

    private static bool IsOffice(string title, string language)
        => title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => Gazetteer.TitleKind(word.ToLowerInvariant(), language) == "office" && !word.Equals("former", StringComparison.OrdinalIgnoreCase));

    private static FactStatus StatusOf(string text, Sentence sentence, TextSpan title, string name)
    {
        var before = text[Math.Max(sentence.Span.Start, title.Start - 25)..title.Start];
        if (Former().IsMatch(before + name)) return FactStatus.Former;
        return name.Contains("acting", StringComparison.Ordinal) || name.Contains("waarnemend", StringComparison.Ordinal) ? FactStatus.Acting : FactStatus.Current;
    }

    [GeneratedRegex(@"^,? (?:(?:the|a|an|de|der|die|le|la|el|een|who is|was|is) )?(?<title>[\p{Ll}\p{Lu}][\p{L} -]{2,50}?) (?:of|for|at|van|voor|bij|der|des|du|de|del|für|to|in)(?: (?:the|la|het|de|den|l'|las|los))? ?$")]
    private static partial Regex Apposition();

    [GeneratedRegex(@"^,? (?:the|a|an|de|der|die|le|la|el)? ?$")]
    private static partial Regex DemonymLead();

    [GeneratedRegex(@"^ (?<title>(?:\p{L}+ )?(?:ambassador|ambassadeur|consul(?:[- ]general|-generaal)?|envoy|Botschafter(?:in)?|embajador(?:a)?))(?: \p{L}+)? (?:to|in|en|bij) (?:the |de )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Posting();

    [GeneratedRegex(@"^\)?,? (?:which is |was )?(?<title>led|headed|commanded|chaired) by (?:\p{L}+ ){0,3}$")]
    private static partial Regex LedBy();

    [GeneratedRegex(@"^\)?,? $")]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:^|\b(?:the|de|der|die|le|la|el) |\. |^)?(?<title>\b\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,2}) (?:of|van|der|des|du|de|del)(?: (?:the|het|de|la))? $", RegexOptions.IgnoreCase)]
    private static partial Regex TitleLead();

    [GeneratedRegex(@"\b(?:former|ex-|previous|late|then|oud-|voormalig|voormalige|frühere[rn]?|ehemalige[rn]?|ancien|ancienne|eski|exministr|antigu[oa])", RegexOptions.IgnoreCase)]
    private static partial Regex Former();
}
