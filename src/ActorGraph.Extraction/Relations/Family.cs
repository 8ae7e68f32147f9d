using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Family ties, only as far as the words state them.</summary>
internal static partial class Family
{
    private static readonly Dictionary<string, string> Relations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["son"] = "son_of", ["zoon"] = "son_of", ["Sohn"] = "son_of", ["fils"] = "son_of", ["hijo"] = "son_of",
        ["daughter"] = "daughter_of", ["dochter"] = "daughter_of", ["Tochter"] = "daughter_of", ["fille"] = "daughter_of", ["hija"] = "daughter_of",
        ["father"] = "father_of", ["vader"] = "father_of", ["Vater"] = "father_of", ["père"] = "father_of", ["padre"] = "father_of", ["babası"] = "father_of",
        ["mother"] = "mother_of", ["moeder"] = "mother_of",
        ["brother"] = "brother_of", ["broer"] = "brother_of", ["Bruder"] = "brother_of", ["frère"] = "brother_of", ["hermano"] = "brother_of", ["kardeşi"] = "brother_of",
        ["sister"] = "sister_of", ["zus"] = "sister_of",
        ["wife"] = "spouse_of", ["husband"] = "spouse_of", ["spouse"] = "spouse_of", ["echtgenoot"] = "spouse_of", ["echtgenote"] = "spouse_of", ["vrouw"] = "spouse_of", ["Ehemann"] = "spouse_of", ["Ehefrau"] = "spouse_of", ["épouse"] = "spouse_of", ["esposa"] = "spouse_of", ["esposo"] = "spouse_of",
    };

    public static AnnotatedText Read(AnnotatedText text)
    {
        var evidence = text.Evidence.ToList();
        var seen = new HashSet<(string, string, string)>();
        NameMention? subject = null;
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate))
        {
            var persons = text.MentionsIn(sentence.Span).Where(mention => mention.Type == ActorType.Person).ToList();
            Antecedent(text, sentence, persons, subject, evidence, seen);
            var article = text.ArticleAt(sentence.Span.Start);
            for (var i = 0; i + 1 < persons.Count; i++)
            {
                var gap = Phrases.Gap(text, persons[i], persons[i + 1]);
                var (own, of) = (Possessive().Match(gap), Of().Match(gap));
                if (!own.Success && !of.Success) continue;
                var word = own.Success ? own.Groups[1] : of.Groups[1];
                var (a, b) = own.Success ? (persons[i + 1], persons[i]) : (persons[i], persons[i + 1]);
                var (from, to) = (text.SightingAt[a.Span], text.SightingAt[b.Span]);
                if (from == to || !seen.Add((from, to, Relations[word.Value]))) continue;
                var start = persons[i].Span.End + word.Index;
                evidence.Add(new FamilyEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, new TextSpan(start, start + word.Length), null, "family", from, to, Relations[word.Value]));
            }

            if (persons.Count > 0) subject = persons[0];
        }

        return text with { Evidence = evidence };
    }

    /// <summary>"She was accompanied by her husband, …": the pronoun means whom the sentence before was about.</summary>
    private static void Antecedent(AnnotatedText text, Sentence sentence, List<NameMention> persons, NameMention? subject, List<Evidence> evidence, HashSet<(string, string, string)> seen)
    {
        if (persons.Count == 0 || subject is null || Own().Match(text.Text[sentence.Span.Start..persons[0].Span.Start]) is not { Success: true } own) return;
        var (from, to, article) = (text.SightingAt[persons[0].Span], text.SightingAt[subject.Span], text.ArticleAt(sentence.Span.Start));
        if (from == to || text.ArticleAt(subject.Span.Start) != article || !seen.Add((from, to, Relations[own.Groups[1].Value]))) return;
        var start = sentence.Span.Start + own.Groups[1].Index;
        evidence.Add(new FamilyEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, new TextSpan(start, start + own.Groups[1].Length), null, "family.own", from, to, Relations[own.Groups[1].Value]));
    }

    [GeneratedRegex(@"\b(?:his|her|zijn|haar|sein|seine[nmr]?|ihr|ihre[nmr]?|su)(?: \p{L}+)? (son|daughter|father|mother|brother|sister|wife|husband|spouse|zoon|dochter|vader|broer|zus|echtgenote?|Sohn|Tochter|Vater|Bruder|Ehemann|Ehefrau|hermano|esposa|esposo|hijo|hija),? (?:[\p{L}-]+ ){0,5}$", RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    /// <summary>"Hafter's son, Saddam", "accompanied by his younger brother Salim": the second is it of the first.</summary>
    [GeneratedRegex(@"(?:^['’]s |\b(?:his|her|zijn|haar|sein|seine[nm]?|ihr|ihre[nm]?|son|sa|su|whose) )(?:\p{L}+ )?(son|daughter|father|mother|brother|sister|wife|husband|spouse|zoon|dochter|vader|broer|zus|echtgenote?|Sohn|Tochter|Vater|Bruder|Ehemann|Ehefrau|frère|épouse|hermano|esposa|esposo|hijo|hija),? (?:\p{L}+ ){0,2}$", RegexOptions.IgnoreCase)]
    public static partial Regex Possessive();

    /// <summary>"Khalid, a son of General Yusuf": the first is it of the second.</summary>
    [GeneratedRegex(@"^,? (?:is )?(?:a |the |de |een |der |le |el )?(?:\p{L}+ )?(son|daughter|brother|sister|wife|husband|father|mother|spouse|zoon|dochter|broer|Sohn|Tochter|Bruder|fils|fille|hijo|hija|hermano|esposa) (?:of|van|von|de|des|del)(?: \p{L}+){0,2} $", RegexOptions.IgnoreCase)]
    public static partial Regex Of();
}
