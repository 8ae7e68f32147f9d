using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>What a mention does in its sentence: it acts, it keeps somebody company, or it only says whose or where something is.</summary>
internal enum Standing { Acts, Accompanies, Tells }

/// <param name="Lead">Text between the mention before (or the sentence's begin) and this one.</param>
internal sealed record Party(NameMention Mention, Standing Standing, string Lead);

/// <summary>The mentions of one sentence with their standing.</summary>
internal sealed partial class Parties
{
    private readonly AnnotatedText text;
    private readonly Sentence sentence;
    private readonly List<Party> all = [];

    public Parties(AnnotatedText text, Sentence sentence)
    {
        (this.text, this.sentence) = (text, sentence);
        Mentions = text.MentionsIn(sentence.Span);
        for (var i = 0; i < Mentions.Count; i++)
        {
            var lead = text.Text[(i == 0 ? sentence.Span.Start : Mentions[i - 1].Span.End)..Mentions[i].Span.Start];
            all.Add(new Party(Mentions[i], StandingOf(i, lead), lead));
        }
    }

    public IReadOnlyList<NameMention> Mentions { get; }

    /// <summary>Those who act or accompany and lie in the span, in groups: "A and B" is one group.</summary>
    public List<List<Party>> Groups(int start, int end)
    {
        var groups = new List<List<Party>>();
        var last = -1;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Mention.Span.Start < start || all[i].Mention.Span.End > end || all[i].Standing == Standing.Tells) continue;
            var isLinked = last >= 0 && groups.Count > 0 && (all[i].Standing == Standing.Accompanies || IsList(last, i));
            if (isLinked) groups[^1].Add(all[i]);
            else groups.Add([all[i]]);
            last = i;
        }

        return groups;
    }

    /// <summary>Whether the words between two mentions only list: "and", a comma, titles, whose office it is.</summary>
    private bool IsList(int from, int to)
    {
        var gap = text.Text[all[from].Mention.Span.End..all[to].Mention.Span.Start];
        // "Before meeting with Smith, Jones and Brown spoke": the comma closes the opening phrase.
        if (gap.StartsWith(", ", StringComparison.Ordinal) && !gap.Contains(" and ", StringComparison.Ordinal) && Sides.Opening().IsMatch(sentence.Span.Of(text.Text)) && text.Text.IndexOf(',', sentence.Span.Start, sentence.Span.Length) == all[from].Mention.Span.End) return false;
        for (var i = from + 1; i < to; i++) gap = gap.Replace(text.Text[all[i].Mention.Span.Start..all[i].Mention.Span.End], "", StringComparison.Ordinal);
        return gap.Length < 130 && gap.IndexOfAny([';', ':']) < 0 && ListWord().IsMatch(gap)
            && WordPattern().Matches(gap).All(match => match.Value.Length < 2 || Phrases.IsListWord(match.Value.ToLowerInvariant(), sentence.Language) || Apposition().IsMatch(gap));
    }

    private Standing StandingOf(int at, string lead)
    {
        var mention = Mentions[at];
        if (mention.Type is ActorType.Place or ActorType.Vessel || mention.IsDemonym || mention.Title is null && mention.Type == ActorType.Country && Locative().IsMatch(lead)) return Standing.Tells;
        var after = text.Text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + 40)];
        if (after.Length > 1 && after[0] == '-' && char.IsLetter(after[1])) return Standing.Tells;
        if (Possessive().IsMatch(after) && !Meets().IsMatch(after)) return Standing.Tells;
        if (mention.Type != ActorType.Person && OfFollowing(at)) return Standing.Tells;
        if (mention.Type != ActorType.Person && Represents().IsMatch(lead)) return Standing.Acts;
        if (mention.Type == ActorType.Country && sentence.Language is "fr" or "es" && Genitive().IsMatch(lead)) return Standing.Tells;
        if (Phrases.EndsInTitleOf(lead, sentence.Language) || FamilyWords.Leads(lead)) return Standing.Tells;
        if (lead.EndsWith('(') && mention.Type == ActorType.Organization) return Standing.Tells;
        if (Represents().IsMatch(lead)) return Standing.Acts;
        if (Oblique().IsMatch(lead)) return Standing.Tells;
        if (Companion().IsMatch(lead)) return Standing.Accompanies;
        return at > 0 && all[at - 1].Standing == Standing.Accompanies && lead.Length < 60 && CompanyGoesOn().IsMatch(lead) ? Standing.Accompanies : Standing.Acts;
    }

    /// <summary>"LNA spokesman Colonel Nuri": the organization says whose spokesman he is.</summary>
    private bool OfFollowing(int at)
    {
        for (var next = at + 1; next < Mentions.Count && next <= at + 2; next++)
        {
            var gap = text.Text[Mentions[at].Span.End..Mentions[next].Span.Start].Trim(' ', '(', ')');
            if (next > at + 1) gap = gap.Replace(Mentions[at + 1].Name, "", StringComparison.Ordinal).Trim(' ', '(', ')');
            if (gap.Length == 0 && Mentions[next].Type == ActorType.Organization) continue;
            if (Mentions[next].Type != ActorType.Person || gap.Contains(',', StringComparison.Ordinal)) return false;
            return gap.Length == 0 && Mentions[next].Title is null || gap.Length > 0 && WordPattern().Matches(gap).All(match => Phrases.IsTitleWord(match.Value.ToLowerInvariant(), sentence.Language));
        }

        return false;
    }

    [GeneratedRegex(@"[\p{L}\p{M}'’-]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\b(?:and|as well as|along with|together with|en|und|sowie|et|ainsi que|y|e|ve|alsmede)\b|,|^\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ListWord();

    [GeneratedRegex(@"^(?:\)|”)?, [^,]{3,70},? (?:and|en|und|et|y|ve) ")]
    private static partial Regex Apposition();

    [GeneratedRegex(@"\b(?:in|from|to|across|into|towards?|against|uit|naar|in|nach|aus|vers|hacia|leaves|left|reist) (?:the |de |het |den )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Locative();

    [GeneratedRegex(@"^(?:['’]s?|&#8217;s)(?: |$)")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:['’]s?|&#8217;s) (?:\p{L}+ ){0,2}(?:visit|meeting|talks|trip|call|discussions?)\b")]
    private static partial Regex Meets();

    [GeneratedRegex(@"\b(?:de|du|del|des|de la|de los|de l['’]|d['’]) ?$", RegexOptions.IgnoreCase)]
    private static partial Regex Genitive();

    [GeneratedRegex(@"\b(?:meetings?|talks|summit|session|discussions?|consultations|delegations?|representatives?|officials?|members|leaders|ministers|delegates|negotiators|envoys|executives|teams?|side|vertegenwoordigers|leden|Vertretern?|représentants|representantes) (?:of|from|van|uit|von|aus|de|der|des|del)(?: (?:the|het|de|la|los|den))? $", RegexOptions.IgnoreCase)]
    private static partial Regex Represents();

    [GeneratedRegex(@"\b(?:of|from|about|against|over|on|for|under|in|at|to|than|into|like|via|called|named|near|van|over|tegen|uit|voor|bij|sinds|von|über|gegen|für|aus|bei|sur|contre|pour|chez|dans|sobre|contra|para|desde|according to|volgens|laut|selon|según)(?: (?:the|a|an|its|his|her|their|het|de|den|een|la|le|les|los|las|el|dem|der|die|einem|einer|elder|late|former|then|\p{Lu}?\p{L}*[Gg]eneraa?l|[Pp]resident|[Pp]rime|[Mm]inister|[Cc]ommander))*,? $", RegexOptions.None)]
    private static partial Regex Oblique();

    [GeneratedRegex(@"\b(?:accompanied by|accompanying|alongside|in the presence of|also present|also attended|vergezeld van|in gezelschap van|begleitet von|accompagnée? (?:de|d'|par)|acompañad[oa] (?:de|por)|eşliğinde)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Companion();

    [GeneratedRegex(@"^, $|^,? (?:and|en|und|et|y|ve)(?: by| von| van| door| par| por)? (?:\p{L}[\p{L}.-]* ){0,5}$")]
    private static partial Regex CompanyGoesOn();
}
