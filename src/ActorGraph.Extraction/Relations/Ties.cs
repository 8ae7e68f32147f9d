using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who supports, opposes, controls or appointed whom, and where troops and seats are: by the words between two actors (<c>relations.tsv</c>).</summary>
internal static partial class Ties
{
    private sealed record Rule(Regex Pattern, RelationKind Kind, bool IsBackward);

    private static readonly Dictionary<string, List<Rule>> Rules = Tables.Rows("relations.tsv").GroupBy(row => row[1]).ToDictionary(group => group.Key,
        group => group.Select(row => new Rule(new Regex(row[0], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled), Enum.Parse<RelationKind>(row[2].Replace("_", "", StringComparison.Ordinal), ignoreCase: true), row[3] == "backward")).ToList());

    public static AnnotatedText Read(AnnotatedText text)
    {
        var evidence = text.Evidence.ToList();
        var leads = Led(text);
        var seen = new HashSet<(string, RelationKind, string)>();
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate && Rules.ContainsKey(sentence.Language)))
        {
            var mentions = text.MentionsIn(sentence.Span);
            var article = text.ArticleAt(sentence.Span.Start);
            for (var i = 0; i < mentions.Count; i++)
            {
                for (var (j, between) = (i + 1, 0); j < mentions.Count && between <= 1; j++)
                {
                    if (mentions[j].IsDemonym) continue;
                    if (between++ == 1 && mentions[j - 1].IsActor) break;
                    var gap = Phrases.Gap(text, mentions[i], mentions[j]);
                    if (gap.Length > 140 || gap.Contains(';', StringComparison.Ordinal)) break;
                    if (Match(Rules[sentence.Language], gap, mentions[i], mentions[j]) is not { } found) continue;
                    var trigger = new TextSpan(mentions[i].Span.End + found.Match.Index, mentions[i].Span.End + found.Match.Index + found.Match.Length);
                    // "X, a subsidiary of Y, is based in": the sentence is about X.
                    var isOuter = i > 0 && OuterVerb().IsMatch(gap) && mentions[i - 1].IsActor && Phrases.Gap(text, mentions[i - 1], mentions[i]).StartsWith(',');
                    foreach (var subject in Subjects(text, mentions, isOuter ? i - 1 : i, sentence.Language))
                    {
                        var (left, right) = (text.SightingAt[subject.Span], Target(text, mentions[j], leads));
                        var (a, b) = found.Rule.IsBackward ? (right, left) : (left, right);
                        if (a == b || !seen.Add((a, found.Rule.Kind, b))) continue;
                        evidence.Add(new RelationEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, trigger, null, "tie." + found.Rule.Kind, a, found.Rule.Kind, b, FactStatus.Current));
                    }

                    break;
                }
            }
        }

        return text with { Evidence = evidence };
    }

    private static (Rule Rule, Match Match)? Match(List<Rule> rules, string gap, NameMention a, NameMention b)
    {
        foreach (var rule in rules)
        {
            var match = rule.Pattern.Match(gap);
            if (!match.Success || !Fits(rule, a, b)) continue;
            if (rule.Kind == RelationKind.Appointed && gap.TrimStart('’', '\'').StartsWith("s ", StringComparison.Ordinal)) continue;
            if (gap.Length - match.Index - match.Length > (rule.Kind is RelationKind.PartOf or RelationKind.MemberOf or RelationKind.PostedTo ? 25 : 75)) continue;
            // Nothing but helping words may stand before and after the verb.
            if (match.Index > 50 || gap[..match.Index].Contains(". ", StringComparison.Ordinal) || Negated().IsMatch(gap[..match.Index])) continue;
            if (rule.Kind is RelationKind.BasedIn or RelationKind.PartOf && And().IsMatch(gap[..match.Index])) continue;
            // Whoever is sent may be listed at length; where to stands last.
            if (rule.Kind == RelationKind.DeployedIn && Whither().IsMatch(gap)) return (rule, match);
            if (Breaks().IsMatch(gap[(match.Index + match.Length)..])) continue;
            return (rule, match);
        }

        return null;
    }

    private static bool Fits(Rule rule, NameMention a, NameMention b)
    {
        var (from, to) = rule.IsBackward ? (b, a) : (a, b);
        var isPlaceKind = rule.Kind is RelationKind.BasedIn or RelationKind.DeployedIn;
        if (from.IsDemonym || to.IsDemonym) return false;
        if (rule.Kind is RelationKind.MemberOf or RelationKind.PartOf && to.Type is not (ActorType.Organization or ActorType.Country)) return false;
        var fromFits = from.Type is ActorType.Person or ActorType.Organization or ActorType.Country;
        return fromFits && (isPlaceKind ? to.Type is ActorType.Place or ActorType.Country : rule.Kind == RelationKind.Appointed ? to.Type == ActorType.Person : to.Type is ActorType.Person or ActorType.Organization or ActorType.Country);
    }

    /// <summary>The mention and those listed with it before: "Egypt, the UAE and France, all of whom have supported".</summary>
    private static IEnumerable<NameMention> Subjects(AnnotatedText text, IReadOnlyList<NameMention> mentions, int at, string language)
        => mentions[at].IsActor ? Phrases.Listed(text, mentions, at, -1, language).Select(item => item.Mention).DefaultIfEmpty(mentions[at]) : [mentions[at]];

    /// <summary>Whose forces they are: "Khalifa Haftar's Libyan National Army" makes "Haftar's forces" that army.</summary>
    private static Dictionary<string, string> Led(AnnotatedText text)
    {
        var leads = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < text.Mentions.Count; i++)
        {
            var (a, b) = (text.Mentions[i], text.Mentions[i + 1]);
            if (a.Type == ActorType.Person && b.Type == ActorType.Organization && Phrases.Gap(text, a, b) is "'s " or "’s ") leads.TryAdd(text.SightingAt[a.Span], text.SightingAt[b.Span]);
        }

        return leads;
    }

    private static string Target(AnnotatedText text, NameMention mention, Dictionary<string, string> leads)
    {
        var sighting = text.SightingAt[mention.Span];
        var after = text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + 12)];
        return leads.TryGetValue(sighting, out var army) && Forces().IsMatch(after) ? army : sighting;
    }

    [GeneratedRegex(@"^, (?:is|was|are|were|has|backs|backed|supports|supported|opposes|opposed|controls|controlled) ")]
    private static partial Regex OuterVerb();

    [GeneratedRegex(@"\b(?:and|or|but|en|und|et|y)\b")]
    private static partial Regex And();

    [GeneratedRegex(@"\b(?:to|into|in|naar|nach|en|au|a) (?:the )?$")]
    private static partial Regex Whither();

    [GeneratedRegex(@"^['’]s (?:forces|army|troops)")]
    private static partial Regex Forces();

    [GeneratedRegex(@"\b(?:not|never|denied|niet|nicht)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negated();

    [GeneratedRegex(@"\b(?:and|that|which|who|said|after|when|while|if)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();
}
