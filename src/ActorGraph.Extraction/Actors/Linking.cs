using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Relations;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Actors;

/// <summary>Mentions of one article → sightings: which mentions are one actor.</summary>
internal static class Linking
{
    private sealed class Group(ActorType type, string name)
    {
        public ActorType Type { get; } = type;

        public string Name { get; set; } = name;

        public string? Iso2 { get; set; }

        public List<NameMention> Mentions { get; } = [];
    }

    public static AnnotatedText Link(AnnotatedText text)
    {
        var sightings = new List<Sighting>();
        var at = new Dictionary<TextSpan, string>();
        foreach (var article in text.Articles)
        {
            var groups = new List<Group>();
            var mentions = text.MentionsIn(article.Span);
            var relatives = Relatives(text, mentions);
            // Full forms first, so that a short form before its full one finds it too.
            foreach (var mention in mentions.OrderByDescending(mention => mention.Type == ActorType.Person ? mention.Name.Count(c => c == ' ') : 0).ThenBy(mention => mention.Span.Start))
            {
                var group = Find(text, groups, mention, relatives) ?? New(groups, mention);
                group.Mentions.Add(mention);
                group.Iso2 ??= mention.Iso2;
            }

            Abbreviations(text.Text, groups);
            foreach (var group in groups.Where(group => group.Mentions.Count > 0).OrderBy(group => group.Mentions.Min(mention => mention.Span.Start)))
            {
                var id = $"{article.Id}#s{sightings.Count + 1}";
                var own = group.Mentions.OrderBy(mention => mention.Span.Start).ToList();
                foreach (var mention in own) at[mention.Span] = id;
                sightings.Add(new Sighting(id, article.Id, group.Type, group.Name, own.Select(mention => mention.Name).Append(group.Name).Distinct().Order(StringComparer.Ordinal).ToList(),
                    own.Select(mention => new Mention(mention.Span, mention.IsBoilerplate)).ToList(), group.Iso2, []));
            }
        }

        return text with { Sightings = sightings, SightingAt = at };
    }

    private static Group? Find(AnnotatedText text, List<Group> groups, NameMention mention, Dictionary<TextSpan, string> relatives) => mention.Type switch
    {
        ActorType.Country => groups.Find(group => group.Type == ActorType.Country && group.Iso2 == mention.Iso2),
        ActorType.Person => Person(text, groups, mention, relatives.GetValueOrDefault(mention.Span)),
        _ => groups.Find(group => group.Type == mention.Type && (Key(group.Name) == Key(Full(mention)) || IsShortenedTo(group.Name, mention.Name, mention.Type))),
    };

    /// <param name="relative">Whose son, wife … this one is told to be: another person, whatever the surname.</param>
    private static Group? Person(AnnotatedText text, List<Group> groups, NameMention mention, string? relative)
    {
        var key = Key(mention.Name);
        var persons = groups.Where(group => group.Type == ActorType.Person && (relative is null || Key(group.Name) != Key(relative))).ToList();
        if (persons.Find(group => Key(group.Name) == key) is { } same) return same;
        var fitting = persons.Where(group => ShortNames.FormsOf(group.Name).Append(group.Name.Split(' ')[0]).Any(form => Key(form) == key)).ToList();
        if (fitting.Count == 0 && !mention.Name.Contains(' ', StringComparison.Ordinal)) fitting = persons.Where(group => Skeleton(group.Name.Split(' ')[^1]) is { Length: > 3 } skeleton && skeleton == Skeleton(mention.Name)).ToList();
        if (fitting.Count <= 1) return fitting.FirstOrDefault();
        // "General al-Mabrouki" is the one who is called general elsewhere.
        if (LastWord(text, mention.Title) is { } title && fitting.Where(group => group.Mentions.Exists(m => LastWord(text, m.Title) == title)).ToList() is [var titled]) return titled;
        // Of several who bear the name, the one named in full last before this place.
        return fitting.OrderByDescending(group => group.Mentions.Where(m => m.Span.Start < mention.Span.Start && m.Name.Contains(' ', StringComparison.Ordinal)).Select(m => m.Span.Start).DefaultIfEmpty(-1).Max()).First();
    }

    private static string? LastWord(AnnotatedText text, TextSpan? title) => title?.Of(text.Text).Split(' ')[^1].ToLowerInvariant();

    /// <summary>First letter and consonants: one spelling of a surname may lapse within an article.</summary>
    private static string Skeleton(string name) => Key(name) is { Length: > 0 } key ? key[0] + string.Concat(key.Skip(1).Where(c => !"aeiouy".Contains(c))) : "";

    /// <summary>By the mention that is told as somebody's relative, the full name of that relative where only the surname stands ("Hafter's son, Saddam Hafter").</summary>
    private static Dictionary<TextSpan, string> Relatives(AnnotatedText text, IReadOnlyList<NameMention> mentions)
    {
        var relatives = new Dictionary<TextSpan, string>();
        var persons = mentions.Where(mention => mention.Type == ActorType.Person).ToList();
        for (var i = 0; i + 1 < persons.Count; i++)
        {
            if (persons[i + 1].Span.Start - persons[i].Span.End > 60) continue;
            var gap = text.Text[persons[i].Span.End..persons[i + 1].Span.Start];
            if (!Family.Possessive().IsMatch(gap) && !Family.Of().IsMatch(gap)) continue;
            relatives[persons[i].Span] = persons[i + 1].Name;
            relatives.TryAdd(persons[i + 1].Span, persons[i].Name);
        }

        return relatives;
    }

    private static Group New(List<Group> groups, NameMention mention)
    {
        var group = new Group(mention.Type, Full(mention)) { Iso2 = mention.Iso2 };
        groups.Add(group);
        return group;
    }

    private static string Full(NameMention mention) => Gazetteer.WellKnown(mention.Name)?.Name ?? mention.Name;

    private static string Key(string name) => new([.. Letters.Plain(name).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>"Presidential Council" for "Libyan Presidential Council": the same end, at least two words.</summary>
    private static bool IsShortenedTo(string full, string form, ActorType type)
        => type == ActorType.Organization && form.Contains(' ', StringComparison.Ordinal) && (full.EndsWith(" " + form, StringComparison.Ordinal) || form.EndsWith(" " + full, StringComparison.Ordinal) && full.Contains(' ', StringComparison.Ordinal));

    /// <summary>Joins an abbreviation in brackets with the name before it: "Government of National Accord (GNA)".</summary>
    private static void Abbreviations(string text, List<Group> groups)
    {
        foreach (var group in groups.Where(group => group.Type == ActorType.Organization && !group.Name.Contains(' ', StringComparison.Ordinal)).ToList())
        {
            foreach (var mention in group.Mentions.ToList())
            {
                var before = mention.Span.Start - 2;
                if (before < 0 || text[before + 1] != '(') continue;
                var full = groups.Find(other => other != group && other.Type == ActorType.Organization && other.Mentions.Exists(m => m.Span.End == before && m.Name.Contains(' ', StringComparison.Ordinal)));
                if (full is null) continue;
                full.Mentions.AddRange(group.Mentions);
                group.Mentions.Clear();
                break;
            }
        }
    }
}
