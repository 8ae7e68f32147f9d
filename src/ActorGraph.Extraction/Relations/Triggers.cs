using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>How the words that signal a meeting lead to who took part (the forms of <c>meetings.tsv</c>).</summary>
internal enum Form { Meet, Object, With, Speak, Seen, Passive, Noun, Gather, Visit, VisitNoun, Sign, Press, Joined, Accompanied, JoinedBy }

/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last one.</param>
/// <param name="Then">What must follow the partner, else null.</param>
internal sealed record Trigger(MeetingKind Kind, Form Form, int First, int Last, Regex? Then)
{
    public bool IsNoun => Form is Form.Noun or Form.VisitNoun or Form.Press;

    public TextSpan Span(IReadOnlyList<ClauseToken> tokens) => new(tokens[First].Span.Start, tokens[Last].Span.End);
}

/// <summary>The words that signal meetings, found in a sentence.</summary>
internal static class Triggers
{
    private const int LongestGap = 10;

    private sealed record Part(HashSet<string> Words, IReadOnlyList<string> Stems, bool MayMiss, bool IsGap)
    {
        public bool Fits(string lower) => Words.Contains(lower) || Stems.Any(stem => lower.StartsWith(stem, StringComparison.Ordinal));
    }

    private sealed record Rule(Part[] Elements, MeetingKind Kind, Form Form, Regex? Then);

    /// <summary>The rules of a language by each word that may stand first.</summary>
    private static readonly Dictionary<string, Dictionary<string, List<Rule>>> Rules = Tables.Rows("meetings.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key,
        group => group.Select(row => Read(row)).SelectMany(rule => rule.Elements[0].Words.Select(word => (word, rule))).GroupBy(pair => pair.word).ToDictionary(pair => pair.Key, pair => pair.Select(p => p.rule).ToList(), StringComparer.Ordinal));

    /// <summary>Rules whose first word is told by how it begins.</summary>
    private static readonly Dictionary<string, List<Rule>> Stemmed = Tables.Rows("meetings.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key, group => group.Select(row => Read(row)).Where(rule => rule.Elements[0].Stems.Count > 0).ToList());

    /// <summary>Whether the sentence may tell a meeting at all: most do not and are passed by at once.</summary>
    public static bool MayStandIn(Sentence sentence)
    {
        if (!Rules.TryGetValue(sentence.Language, out var rules)) return false;
        foreach (var word in sentence.Words)
        {
            if (rules.ContainsKey(word.Lower) || Stemmed[sentence.Language].Exists(rule => rule.Elements[0].Fits(word.Lower))) return true;
            var apostrophe = word.Lower.IndexOfAny(['\'', '’']);
            if (apostrophe is 1 or 2 && rules.ContainsKey(word.Lower[(apostrophe + 1)..])) return true;
        }

        return false;
    }

    /// <summary>Whether the word begins a rule of verbs.</summary>
    public static bool IsVerb(string lower, string language) => Rules[language].TryGetValue(lower, out var rules) && rules.Exists(rule => rule.Form is not (Form.Noun or Form.VisitNoun or Form.Press));

    /// <summary>Those in the sentence, in text order, none overlapping an earlier one; of several at one place the longest.</summary>
    public static List<Trigger> In(IReadOnlyList<ClauseToken> tokens, string language)
    {
        var found = new List<Trigger>();
        var rules = Rules[language];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Mark != Mark.Word) continue;
            var some = rules.GetValueOrDefault(tokens[i].Lower, []);
            if (Stemmed[language].Count > 0) some = [.. some, .. Stemmed[language].Where(rule => rule.Elements[0].Fits(tokens[i].Lower) && !some.Contains(rule))];
            if (some.Count == 0) continue;
            // German writes its nouns with a capital: "ein Treffen", "sie treffen".
            var best = some.Where(rule => language != "de" || i == 0 || rule.Elements.Length > 1 || tokens[i].IsCapital == (rule.Form is Form.Noun or Form.VisitNoun or Form.Press || rule.Kind == MeetingKind.Call && rule.Form == Form.Noun)).Select(rule => (Rule: rule, Last: End(rule.Elements, 0, tokens, i))).Where(match => match.Last >= 0).OrderByDescending(match => match.Last - i).ThenBy(match => language != "en" && (match.Rule.Form is Form.Noun or Form.VisitNoun) != IsNounHere(tokens, i)).FirstOrDefault();
            if (best.Rule is null) continue;
            // "with his host": what an article leads to is a noun.
            if (language == "en" && best.Rule.Form is Form.Object or Form.Seen or Form.Meet && i > 0 && tokens[i - 1].Lower is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "our" or "my" or "this" or "by" or "over") continue;
            // "kreeg bezoek van"; not "tijdens het bezoek van".
            if (best.Rule is { Kind: MeetingKind.Visit, Form: Form.With } && tokens[i].Lower != "op" && best.Last - 2 > i && tokens[best.Last - 2].Class == WordClass.Det) continue;
            // "what the minister called frank talks".
            if (language == "en" && tokens[i].Lower is "called" or "calls" && Enumerable.Range(Math.Max(0, i - 5), Math.Min(5, i)).Any(before => tokens[before].Lower == "what")) continue;
            found.Add(new Trigger(best.Rule.Kind, best.Rule.Form, i, best.Last, best.Rule.Then));
            if (!best.Rule.Elements.Any(element => element.IsGap)) i = best.Last;
        }

        // "werd door … ontvangen" is one signal, not also "ontvangen".
        found.RemoveAll(inner => found.Exists(outer => outer != inner && outer.First <= inner.First && inner.Last <= outer.Last && outer.Last - outer.First > inner.Last - inner.First && (outer.First == inner.First || outer.Last == inner.Last || outer.Form == Form.Passive && inner.First - outer.First <= 2 && !inner.IsNoun)));
        return found;
    }

    /// <summary>"la rencontre", "une première rencontre"; not "il rencontre".</summary>
    private static bool IsNounHere(IReadOnlyList<ClauseToken> tokens, int at) => at > 0 && (tokens[at - 1].Class == WordClass.Det || at > 1 && tokens[at - 1] is { Mark: Mark.Word, Class: WordClass.None } && tokens[at - 2].Class == WordClass.Det);

    /// <summary>Index of the last token that the elements from the given one on match, -1 where they do not.</summary>
    private static int End(Part[] elements, int at, IReadOnlyList<ClauseToken> tokens, int token)
    {
        if (at == elements.Length) return token - 1;
        if (elements[at].IsGap)
        {
            for (var gap = 0; gap <= LongestGap && token + gap < tokens.Count && tokens[token + gap].Mark is Mark.Word or Mark.Name or Mark.Comma; gap++)
            {
                if (End(elements, at + 1, tokens, token + gap) is >= 0 and var end) return end;
            }

            return -1;
        }

        if (token < tokens.Count && tokens[token].Mark == Mark.Word && elements[at].Fits(tokens[token].Lower) && End(elements, at + 1, tokens, token + 1) is >= 0 and var last) return last;
        return elements[at].MayMiss ? End(elements, at + 1, tokens, token) : -1;
    }

    private static Part Read(string written)
    {
        var words = written.TrimEnd('?').Split('|');
        return new Part(words.Where(word => !word.EndsWith('~')).ToHashSet(StringComparer.Ordinal), words.Where(word => word.EndsWith('~')).Select(word => word[..^1]).ToList(), written.EndsWith('?'), written == "*");
    }

    private static Rule Read(string[] row) => new(row[0].Split(' ').Select(Read).ToArray(),
        Enum.Parse<MeetingKind>(row[2].Replace("_", "", StringComparison.Ordinal), ignoreCase: true), Enum.Parse<Form>(row[3], ignoreCase: true),
        row.Length > 4 ? new Regex(row[4], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) : null);
}
