using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Family ties, only as far as the words state them.</summary>
internal sealed partial class Family
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled;

    private static readonly Dictionary<string, string> Relations = Tables.Rows("family.tsv").DistinctBy(row => row[0], StringComparer.OrdinalIgnoreCase).ToDictionary(row => row[0], row => row[2], StringComparer.OrdinalIgnoreCase);

    private static readonly string Words = string.Join('|', Relations.Keys.OrderByDescending(word => word.Length).Select(Regex.Escape));
    private const string Pronouns = "his|her|zijn|haar|sein(?:e[nmr]?)?|ihr(?:e[nmr]?)?|son|sa|su|whose|wiens|wier|dessen|deren";

    /// <summary>"Hafter's son, Saddam", "accompanied by his younger brother Salim", "Novaks Tochter", "Demir'in oğlu": the second is it of the first.</summary>
    private static readonly Regex Owner = new($@"(?:^(?:['’]|&#8217;|&rsquo;)s |^s (?=\p{{Lu}})|^['’]?n?[iıuü]n |\b(?:{Pronouns}) )(?:(?:late|elder|eldest|younger|youngest|older|oldest|twin|second|third|first|oudste|jongste|oudere|jongere|ältere[rn]?|jüngere[rn]?|küçük|büyük|\p{{Ll}}{{4,12}}) )?({Words}),? (?:(?!and |en |und |et |y )\p{{L}}[\p{{L}}.-]* ){{0,5}}$", Options);

    /// <summary>"Khalid, a son of General Yusuf": the first is it of the second.</summary>
    private static readonly Regex Of = new($@"^,? (?:is |was |wordt )?(?:a |the |an |de |een |der |die |le |la |el |l['’])?(?:(?:late|elder|eldest|younger|youngest|older|oldest|twin|second|third|only|oudste|jongste|ältere|jüngere) )?({Words}) (?:of|to|van|von|der|des|de|du|del|d['’]) ?(?:\p{{L}}[\p{{L}}.-]* ){{0,5}}$", Options);

    private static readonly Regex Married = new(@"^,? (?:(?:has|is|was|were|had) )?(?:been )?(?:married|wed|trouwde met|is getrouwd met|heiratete|ist verheiratet mit|a épousé|épousa|se casó con|ile evli|ile evlendi)(?: to)?(?: (?:the|de|die|la|le|el))?(?: \p{Ll}+){0,2} $", Options);

    private static readonly Regex Lead = new($@"\b(?:{Words})s? (?:of|van|von|der|de|del|des|du|d['’])(?: \p{{L}}+){{0,3}} $", Options);

    /// <summary>"their daughter Elena": of both who stand before.</summary>
    private static readonly Regex Theirs = new($@"\b(?:their|hun|ihr(?:e[nmr]?)?|leurs?|sus?) (?:\p{{Ll}}+ )?({Words}),? (?:\p{{L}}+ ){{0,2}}$", Options);

    /// <summary>"Her husband, the former minister …" at the head of a sentence or after its verb.</summary>
    private static readonly Regex Own = new($@"\b(?:{Pronouns}|their|hun|leur)(?: \p{{Ll}}+)? ({Words}),? (?:[\p{{L}}-]+ ){{0,5}}$", Options);

    /// <summary>"The president's sister, …", "la hermana del presidente, …".</summary>
    private static readonly Regex OfHolder = new($@"\b(?:the|de) ([\p{{L}}-]+?)(?:['’]|&#8217;|&rsquo;)?s ({Words}),? $|\b({Words}) (?:of the|van de|des|der|du|del|de la) ([\p{{L}}-]+), $", Options);

    /// <summary>"Rebecca Lado, spouse of the President".</summary>
    private static readonly Regex IsOfHolder = new($@"^, (?:the |a |de |die |l['’]|la |el )?({Words}) (?:of the|van de|des|der|du|del|de la) ([\p{{L}}-]+)(?=[.,;)]|$| (?:and|who|en|und)\b)", Options);

    private readonly AnnotatedText text;
    private readonly List<Evidence> evidence;
    private readonly HashSet<(string, string)> seen = [];
    private Sentence sentence = null!;

    private Family(AnnotatedText text) => (this.text, evidence) = (text, text.Evidence.ToList());

    public static AnnotatedText Read(AnnotatedText text)
    {
        var family = new Family(text);
        IReadOnlyList<NameMention> before = [];
        foreach (var sentence in text.Sentences.Where(sentence => !sentence.IsBoilerplate))
        {
            family.sentence = sentence;
            var persons = text.MentionsIn(sentence.Span).Where(mention => mention.Type == ActorType.Person).ToList();
            family.Antecedent(persons, before);
            for (var i = 0; i < persons.Count; i++)
            {
                if (i + 1 < persons.Count) family.Pair(persons, i);
                family.Holder(persons, i);
            }

            if (persons.Count > 0) before = persons;
        }

        return text with { Evidence = family.evidence };
    }

    /// <summary>"the sister of Minister": who comes next is told only as whose relative somebody is.</summary>
    public static bool Leads(string lead) => Lead.IsMatch(lead);

    /// <summary>Whether the words between two names say that one is the other's relative.</summary>
    public static bool Ties(string gap) => Owner.IsMatch(gap) || Of.IsMatch(gap);

    private void Pair(List<NameMention> persons, int i)
    {
        var (first, second) = (persons[i], persons[i + 1]);
        if (second.Span.Start - first.Span.End is < 2 or > 120) return;
        var gap = Phrases.Gap(text, first, second);
        if (Theirs.Match(gap) is { Success: true } theirs && i > 0 && second.Span.Start - persons[i - 1].Span.Start < 160)
        {
            Add(second, persons[i - 1], theirs.Groups[1], first.Span.End);
            Add(second, first, theirs.Groups[1], first.Span.End);
        }
        else if (Of.Match(gap) is { Success: true } of) Add(first, second, of.Groups[1], first.Span.End);
        else if (Owner.Match(gap) is { Success: true } owner)
        {
            // "X, son of Y, and his sister Z": hers is the brother whom the sentence is about.
            if (Relative().IsMatch(text.Text[sentence.Span.Start..first.Span.Start])) return;
            var isNested = i > 0 && gap.StartsWith(", ", StringComparison.Ordinal) && Of.IsMatch(Phrases.Gap(text, persons[i - 1], first));
            Add(second, isNested ? persons[i - 1] : first, owner.Groups[1], first.Span.End);
        }
        else if (Married.Match(gap) is { Success: true } married) Add(first, text.SightingAt[second.Span], "spouse_of", new TextSpan(first.Span.End + married.Index, first.Span.End + married.Index + married.Length));
    }

    /// <summary>"She was accompanied by her husband, …": the pronoun means whom the sentence before was about; at the head of a sentence whom it named last.</summary>
    private void Antecedent(List<NameMention> persons, IReadOnlyList<NameMention> before)
    {
        if (persons.Count == 0 || before.Count == 0 || persons[0].Span.Start - sentence.Span.Start > 160 || text.ArticleAt(before[0].Span.Start) != text.ArticleAt(persons[0].Span.Start)) return;
        var lead = text.Text[sentence.Span.Start..persons[0].Span.Start];
        if (Own.Match(lead) is not { Success: true } own || Relative().IsMatch(own.Value)) return;
        if (Plural(own.Value))
        {
            foreach (var child in before.DistinctBy(mention => text.SightingAt[mention.Span]).Take(2)) Add(persons[0], child, own.Groups[1], sentence.Span.Start);
            return;
        }

        Add(persons[0], own.Index == 0 ? before[^1] : before[0], own.Groups[1], sentence.Span.Start);
    }

    private static bool Plural(string own) => own.StartsWith("their", StringComparison.OrdinalIgnoreCase) || own.StartsWith("hun", StringComparison.OrdinalIgnoreCase) || own.StartsWith("leur", StringComparison.OrdinalIgnoreCase);

    private void Holder(List<NameMention> persons, int i)
    {
        var start = i == 0 ? sentence.Span.Start : persons[i - 1].Span.End;
        if (OfHolder.Match(text.Text[Math.Max(start, persons[i].Span.Start - 80)..persons[i].Span.Start]) is { Success: true } lead)
        {
            var (title, word) = lead.Groups[1].Success ? (lead.Groups[1], lead.Groups[2]) : (lead.Groups[4], lead.Groups[3]);
            if (HolderOf(title.Value, persons[i].Span.Start) is { } holder) Add(persons[i], holder, word, Math.Max(start, persons[i].Span.Start - 80));
        }

        var end = Math.Min(sentence.Span.End, persons[i].Span.End + 80);
        if (IsOfHolder.Match(text.Text[persons[i].Span.End..end]) is { Success: true } after && HolderOf(after.Groups[2].Value, persons[i].Span.Start) is { } held) Add(persons[i], held, after.Groups[1], persons[i].Span.End);
    }

    /// <summary>Who the article called so last, before the name or in an apposition to it.</summary>
    private string? HolderOf(string title, int before)
    {
        var told = evidence.OfType<OfficeEvidence>().LastOrDefault(office => office.Trigger.Start < before && office.ArticleId == text.ArticleAt(before).Id && office.Title.EndsWith(title, StringComparison.OrdinalIgnoreCase));
        return Holders.Of(text, title, before) is { } mention && (told is null || mention.Span.Start > told.Trigger.Start) ? text.SightingAt[mention.Span] : told?.Person;
    }

    [GeneratedRegex(@"\b(?:whose|wiens|wier|dessen|deren) (?:\p{L}+ ){1,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    private void Add(NameMention a, NameMention b, Group word, int from) => Add(a, text.SightingAt[b.Span], Relations[word.Value], new TextSpan(from + word.Index, from + word.Index + word.Length));

    private void Add(NameMention a, string b, Group word, int from) => Add(a, b, Relations[word.Value], new TextSpan(from + word.Index, from + word.Index + word.Length));

    private void Add(NameMention a, string to, string relation, TextSpan trigger)
    {
        var (from, article) = (text.SightingAt[a.Span], text.ArticleAt(sentence.Span.Start));
        if (from == to || !seen.Add((from, to)) || !seen.Add((to, from))) return;
        evidence.Add(new FamilyEvidence($"{article.Id}#e{evidence.Count + 1}", article.Id, sentence.Span, trigger, null, "family", from, to, relation));
    }
}
