using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <summary>How sure the type of a name is: a guess, known from tables or the name itself, or stated by the words around it.</summary>
internal enum Sureness
{
    Guess,
    Known,
    Stated,
}

/// <summary>What a name is taken for where it stands; no type where it may be none.</summary>
/// <param name="Leaning">What the tagger says there.</param>
internal readonly record struct Reading(ActorType? Type, Sureness Sureness, Leaning? Leaning = null);

/// <summary>The places where names stand whose type is not settled, and what each says; the whole document then decides for all places where the same name stands.</summary>
internal sealed class NameVotes
{
    private const int ShortenedPerson = 150;
    private const int ShortenedOrganization = 150;

    private readonly List<(NameMention Mention, Reading Reading)> votes = [];

    public void Cast(NameMention mention, Reading reading) => votes.Add((mention, reading));

    /// <summary>The mentions, each with the type that most speaks for.</summary>
    public IEnumerable<NameMention> Settled(string text, DocumentEvidence evidence)
    {
        TellNeighbours(text);
        var alone = votes.Where(vote => !vote.Mention.Name.Contains(' ', StringComparison.Ordinal)).Select(vote => vote.Mention.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in votes.GroupBy(vote => vote.Mention.Name, StringComparer.Ordinal))
        {
            var decided = Decided(name.Key, name.Select(vote => vote.Reading).ToList(), alone, evidence);
            foreach (var (mention, reading) in name)
            {
                var type = reading.Sureness == Sureness.Guess || decided == ActorType.Vessel && reading.Sureness == Sureness.Known ? decided : reading.Type;
                if (type is { } told) yield return mention with { Rule = $"{mention.Rule}.{reading.Sureness}", Type = told, Iso2 = told == ActorType.Place ? mention.Iso2 : null, Title = told == ActorType.Person ? mention.Title : null };
            }
        }
    }

    /// <summary>"the rivers Karun and Dez": what is listed with a name whose type is stated is of that type too.</summary>
    private void TellNeighbours(string text)
    {
        for (var i = 1; i < votes.Count; i++)
        {
            var (before, vote) = (votes[i - 1], votes[i]);
            if (vote.Reading.Sureness != Sureness.Guess || before.Reading is not { Sureness: Sureness.Stated, Type: not (null or ActorType.Person) } || vote.Mention.Span.Start - before.Mention.Span.End > 9 || vote.Mention.Span.Start <= before.Mention.Span.End) continue;
            if (text[before.Mention.Span.End..vote.Mention.Span.Start] is " and " or " en " or " und " or " et " or " y " or " ve " or " and the " or " en de " or " or " or " and of " or " o " or " ou " or " oder " or " veya ") votes[i] = (vote.Mention, before.Reading);
        }
    }

    private static ActorType? Decided(string name, List<Reading> readings, HashSet<string> alone, DocumentEvidence evidence)
    {
        foreach (var sureness in (Sureness[])[Sureness.Stated, Sureness.Known])
        {
            var told = readings.Where(reading => reading.Sureness == sureness && reading.Type is not null).GroupBy(reading => reading.Type).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
            if (told is not null) return told.Key;
        }

        var words = name.Split(' ');
        if (words.Length > 1)
        {
            var (first, last) = (alone.Contains(words[0]), alone.Contains(words[^1]) || evidence.IsPerson(words[^1]));
            if (last && !first) return ActorType.Person;
            if (first && !last && !Gazetteer.IsGivenName(words[0])) return ActorType.Organization;
        }

        if (readings.Exists(reading => reading is { Type: ActorType.Place, Leaning: null })) return ActorType.Place;
        return readings.Where(reading => reading.Type is not null).GroupBy(reading => reading.Type).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault()?.Key;
    }
}
