using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Relations;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Actors;

/// <summary>Mentions of one article → sightings: which mentions are one actor.</summary>
internal static class Linking
{
    public static AnnotatedText Link(AnnotatedText text)
    {
        var sightings = new List<Sighting>();
        var at = new Dictionary<TextSpan, string>();
        foreach (var article in text.Articles)
        {
            var mentions = text.MentionsIn(article.Span);
            var groups = new KnownGroups(text, Introduced(text, mentions, article.Language)) { HasTwoSurnames = article.Language == "es", FirstPerson = mentions.FirstOrDefault(mention => mention.Type == ActorType.Person)?.Span };
            var relatives = Relatives(text, mentions);
            // Full forms first, so that a short form before its full one finds it too.
            foreach (var mention in mentions.OrderByDescending(mention => mention.Type == ActorType.Person ? mention.Name.Count(c => c == ' ') : 0).ThenBy(mention => mention.Span.Start))
            {
                var group = groups.Find(mention, relatives.GetValueOrDefault(mention.Span)) ?? groups.New(mention);
                group.Mentions.Add(mention);
                group.Iso2 ??= mention.Iso2;
            }

            Abbreviations(text.Text, groups.All);
            foreach (var group in groups.All.Where(group => group.Mentions.Count > 0).OrderBy(group => group.Mentions.Min(mention => mention.Span.Start)))
            {
                var id = $"{article.Id}#s{sightings.Count + 1}";
                var own = group.Mentions.OrderBy(mention => mention.Span.Start).ToList();
                foreach (var mention in own) at[mention.Span] = id;
                sightings.Add(new Sighting(id, article.Id, group.Type, group.Name, own.Select(mention => mention.Name).Append(group.Name).Distinct().Order(StringComparer.Ordinal).ToList(),
                    own.Select(mention => new Mention(mention.Span, mention.IsBoilerplate, mention.Rule)).ToList(), group.Iso2, []));
            }
        }

        return text with { Sightings = sightings, SightingAt = at };
    }

    /// <summary>By the mention that is told as somebody's relative, the full name of that relative where only the surname stands ("Hafter's son, Saddam Hafter").</summary>
    private static Dictionary<TextSpan, string> Relatives(AnnotatedText text, IReadOnlyList<NameMention> mentions)
    {
        var relatives = new Dictionary<TextSpan, string>();
        var persons = mentions.Where(mention => mention.Type == ActorType.Person).ToList();
        for (var i = 0; i + 1 < persons.Count; i++)
        {
            if (persons[i + 1].Span.Start - persons[i].Span.End > 60) continue;
            var gap = text.Text[persons[i].Span.End..persons[i + 1].Span.Start];
            if (!FamilyWords.Ties(gap)) continue;
            relatives[persons[i].Span] = persons[i + 1].Name;
            relatives.TryAdd(persons[i + 1].Span, persons[i].Name);
        }

        return relatives;
    }

    /// <summary>Full names that are introduced as somebody's relative's: the surname alone is not theirs ("Keller and her husband, Peter Keller. Keller said").</summary>
    private static Dictionary<TextSpan, bool> Introduced(AnnotatedText text, IReadOnlyList<NameMention> mentions, string language)
    {
        const int HowFarBack = 80;
        var persons = mentions.Where(mention => mention.Type == ActorType.Person).ToList();
        // "Karl Keller, the father of Anna": who is called by the given name alone is the one that the article is about.
        bool IsBefore(int at) => at + 1 < persons.Count && persons[at + 1].Span.Start - persons[at].Span.End < HowFarBack && !persons[at + 1].Name.Contains(' ', StringComparison.Ordinal) && FamilyWords.Follows(text.Text[persons[at].Span.End..persons[at + 1].Span.Start]);
        return persons.Where((mention, at) => mention.Name.Contains(' ', StringComparison.Ordinal)
            && (IsBefore(at) || FamilyWords.Introduces(text.Text[Math.Max(0, mention.Span.Start - HowFarBack)..mention.Span.Start], language))).ToDictionary(mention => mention.Span, mention => FamilyWords.IntroducesSpouse(text.Text[Math.Max(0, mention.Span.Start - HowFarBack)..mention.Span.Start]));
    }

    /// <summary>Joins an abbreviation in brackets with the name before it: "Government of National Accord (GNA)".</summary>
    private static void Abbreviations(string text, List<Group> groups)
    {
        var endingAt = new Dictionary<int, Group>();
        foreach (var group in groups.Where(group => group.Type == ActorType.Organization))
        {
            foreach (var mention in group.Mentions.Where(mention => mention.Name.Contains(' ', StringComparison.Ordinal))) endingAt.TryAdd(mention.Span.End, group);
        }

        foreach (var group in groups.Where(group => group.Type == ActorType.Organization && !group.Name.Contains(' ', StringComparison.Ordinal)).ToList())
        {
            foreach (var mention in group.Mentions.ToList())
            {
                var before = mention.Span.Start - 2;
                if (before < 0 || text[before + 1] != '(' || !endingAt.TryGetValue(before, out var full) || full == group) continue;
                full.Mentions.AddRange(group.Mentions);
                group.Mentions.Clear();
                break;
            }
        }
    }
}
