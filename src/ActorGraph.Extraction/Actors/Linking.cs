using ActorGraph.Extraction.Mentions;
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
            // Full forms first, so that a short form before its full one finds it too.
            foreach (var mention in mentions.OrderByDescending(mention => mention.Type == ActorType.Person ? mention.Name.Count(c => c == ' ') : 0).ThenBy(mention => mention.Span.Start))
            {
                var group = Find(groups, mention) ?? New(groups, mention);
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

    private static Group? Find(List<Group> groups, NameMention mention) => mention.Type switch
    {
        ActorType.Country => groups.Find(group => group.Type == ActorType.Country && group.Iso2 == mention.Iso2),
        ActorType.Person => Person(groups, mention),
        _ => groups.Find(group => group.Type == mention.Type && (Key(group.Name) == Key(Full(mention)) || IsShortenedTo(group.Name, mention.Name, mention.Type))),
    };

    private static Group? Person(List<Group> groups, NameMention mention)
    {
        var persons = groups.Where(group => group.Type == ActorType.Person).ToList();
        var same = persons.Find(group => Key(group.Name) == Key(mention.Name));
        if (same is not null) return same;
        var key = Key(mention.Name);
        var fitting = persons.Where(group => ShortNames.FormsOf(group.Name).Append(group.Name.Split(' ')[0]).Any(form => Key(form) == key)).ToList();
        if (fitting.Count <= 1) return fitting.FirstOrDefault();
        // Of several who bear the name, the one named in full last before this place.
        return fitting.OrderByDescending(group => group.Mentions.Where(m => m.Span.Start < mention.Span.Start && m.Name.Contains(' ', StringComparison.Ordinal)).Select(m => m.Span.Start).DefaultIfEmpty(-1).Max()).First();
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
