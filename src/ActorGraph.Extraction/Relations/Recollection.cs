using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>What the sentences before one told, read only where a pronoun may ask for it.</summary>
internal sealed class Recollection(AnnotatedText text, Roster roster)
{
    private const int MostSentences = 8;

    private readonly Dictionary<int, Parties> partiesOf = [];

    private readonly string?[] abouts = new string?[text.Sentences.Count];
    private readonly Dictionary<string, IReadOnlyList<Party>> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan?> firsts = new(StringComparer.Ordinal);
    private readonly Focus focus = new(text);
    private int read;

    public Genders Genders => focus.Genders;

    /// <summary>The turn of an interview that a place is in.</summary>
    public Turn? Turn(int position) => focus.Turn(position);

    public Discourse Before(int index, IReadOnlyList<Evidence> evidence)
    {
        var start = text.Sentences[index].Span.Start;
        var article = text.ArticleAt(start).Id;
        var (subject, everyone, organization) = ((IReadOnlyList<Party>)[], (IReadOnlyList<Party>)[], (Party?)null);
        var isFar = true;
        for (var i = index - 1; i >= 0 && i >= index - MostSentences && text.ArticleAt(text.Sentences[i].Span.Start).Id == article; i--)
        {
            if (text.Sentences[i].IsBoilerplate || text.Sentences[i].IsCapitals) continue;
            var groups = Groups(i);
            var persons = groups.Where(group => group.Parties.Any(party => party.Type == ActorType.Person && party.Standing == Standing.Acts)).ToList();
            organization ??= groups.SelectMany(group => group.Parties).FirstOrDefault(party => party.Type == ActorType.Organization && party.Slot == WordClass.None);
            if (persons.Count == 0)
            {
                // "Keller's plane is down. She …".
                if (subject.Count == 0 && !HasPronoun(i) && partiesOf[i].All.Where(party => party.Type == ActorType.Person).ToList() is { Count: > 0 } named) subject = [named[0] with { Standing = Standing.Acts }];
                if (subject.Count > 0) break;
                continue;
            }

            if (everyone.Count == 0) everyone = persons.SelectMany(group => group.Parties.Where(party => party.Standing == Standing.Acts)).DistinctBy(party => party.Sighting).ToList();
            if (index - i > 1 && everyone.Count > 0 && persons.TrueForAll(group => group.Parties.Count > 1)) continue;
            if (!HasPronoun(i)) (isFar, subject) = (index - i > 1, (persons.FirstOrDefault(group => group.Slot == WordClass.None) ?? persons[0]).Parties.Where(party => party.Type == ActorType.Person).ToList());
            if (subject.Count > 0) break;
        }

        var several = Several(index, article);
        var last = evidence.Count > 0 && evidence[^1] is MeetingEvidence told && told.ArticleId == article ? told : null;
        var isFresh = last is not null && index > 0 && last.Span.Start >= text.Sentences[Math.Max(0, index - 2)].Span.Start;
        var together = isFresh ? Together(last!) : [];
        var protagonists = new[] { About(index), roster.Protagonist(article), First(article, start) }.OfType<string>().Distinct().Select(id => new Party(id, ActorType.Person, -1, -1, WordClass.None, Standing.Acts, null, true)).ToList();
        if (subject.Count == 0 && roster.Protagonist(article) is { } main) subject = [new Party(main, ActorType.Person, -1, -1, WordClass.None, Standing.Acts, null, true)];
        var turn = focus.Turn(start);
        var (speaker, addressed) = (Person(turn is null ? Speakers.OfLine(text, text.Sentences[index]) : turn.Speaker), Person(turn?.Addressed));
        return new Discourse { Subject = Recalled(subject), Everyone = Recalled(everyone), Several = Recalled(several), Pair = Recalled(Pair(index, article)), Named = Recalled(Named(index, article)), States = States(index, article), Protagonists = protagonists, IsFar = isFar, Organization = organization is null ? null : Recalled([organization])[0], Together = together, Speaker = speaker, Addressed = addressed, When = last?.When, Day = Day(evidence, article), Places = last?.Places ?? [] };
    }

    private static Party? Person(string? sighting) => sighting is null ? null : new Party(sighting, ActorType.Person, -1, -1, WordClass.None, Standing.Acts, null, true);

    /// <summary>The person that an article names first, where that is before a place in it.</summary>
    private string? First(string article, int before)
    {
        if (!firsts.TryGetValue(article, out var first)) firsts[article] = first = text.Mentions.FirstOrDefault(mention => mention.Type == ActorType.Person && !mention.IsBoilerplate && text.ArticleAt(mention.Span.Start).Id == article)?.Span;
        return first is { } span && span.Start < before ? text.SightingAt[span] : null;
    }

    /// <summary>Who took part in a meeting, companions aside.</summary>
    public IReadOnlyList<Party> Together(MeetingEvidence told) => told.Participants.Where(p => p.Role != ParticipantRole.Companion).Select(p => new Party(p.Sighting, roster.TypeOf(p.Sighting), -1, -1, WordClass.None, Standing.Acts, p.OnBehalfOf, true)).ToList();

    /// <summary>Sighting of whom the text was about before a sentence.</summary>
    private string? About(int index)
    {
        for (; read <= index; read++)
        {
            var sentence = text.Sentences[read];
            focus.Enter(text.ArticleAt(sentence.Span.Start), sentence);
            abouts[read] = focus.About is { } about ? text.SightingAt[about.Span] : null;
            if (!sentence.IsBoilerplate && !sentence.IsCapitals) focus.Read(Tokens.Of(text, sentence), sentence.Language);
        }

        return abouts[index];
    }

    private List<Party> Several(int index, string article)
    {
        const int HowFar = 5;
        for (var i = index - 1; i >= 0 && i >= index - HowFar && text.ArticleAt(text.Sentences[i].Span.Start).Id == article; i--)
        {
            if (text.Sentences[i].IsBoilerplate || text.Sentences[i].IsCapitals) continue;
            var named = Groups(i).SelectMany(group => group.Parties).Where(party => party.Type == ActorType.Person && party.Standing == Standing.Acts).DistinctBy(party => party.Sighting).ToList();
            if (named.Count > 1) return named;
        }

        return [];
    }

    /// <summary>The latest day on which something took place that the article told so far.</summary>
    private static EventDate? Day(IReadOnlyList<Evidence> evidence, string article)
    {
        const int HowMany = 6;
        EventDate? latest = null;
        for (var i = evidence.Count - 1; i >= 0 && i >= evidence.Count - HowMany && evidence[i].ArticleId == article; i--)
        {
            if (evidence[i] is MeetingEvidence { Status: MeetingStatus.Occurred, When: { Precision: DatePrecision.Day } when } && (latest is null || when.Earliest > latest.Earliest)) latest = when;
        }

        return latest;
    }

    private IReadOnlyList<Party> Pair(int index, string article)
    {
        const int HowFar = 3;
        for (var i = index - 1; i >= 0 && i >= index - HowFar && text.ArticleAt(text.Sentences[i].Span.Start).Id == article; i--)
        {
            if (text.Sentences[i].IsBoilerplate || text.Sentences[i].IsCapitals) continue;
            if (Groups(i).FirstOrDefault(group => group.Parties.Count == 2 && group.Parties.All(party => party is { Type: ActorType.Person, Standing: Standing.Acts })) is { } pair) return pair.Parties;
        }

        return [];
    }

    private List<Party> Named(int index, string article)
    {
        const int HowFar = 3;
        return Enumerable.Range(1, HowFar).Select(back => index - back).TakeWhile(i => i >= 0 && text.ArticleAt(text.Sentences[i].Span.Start).Id == article).Where(i => !text.Sentences[i].IsBoilerplate)
            .SelectMany(i => text.MentionsIn(text.Sentences[i].Span).Reverse()).Where(mention => mention.Type == ActorType.Person).Select(mention => text.SightingAt[mention.Span]).Distinct()
            .Select(id => new Party(id, ActorType.Person, -1, -1, WordClass.None, Standing.Acts, null, true)).ToList();
    }

    private IReadOnlyList<Party> States(int index, string article)
    {
        const int Head = 3;
        if (states.TryGetValue(article, out var known)) return known;
        var first = index;
        while (first > 0 && text.ArticleAt(text.Sentences[first - 1].Span.Start).Id == article) first--;
        var named = Enumerable.Range(first, Math.Min(text.Sentences.Count, first + Head) - first).Where(i => text.ArticleAt(text.Sentences[i].Span.Start).Id == article && !text.Sentences[i].IsBoilerplate)
            .SelectMany(i => text.MentionsIn(text.Sentences[i].Span)).Where(mention => mention.Type == ActorType.Country).Select(mention => text.SightingAt[mention.Span]).Distinct().ToList();
        return states[article] = named.Count == 2 ? named.Select(id => new Party(id, ActorType.Country, -1, -1, WordClass.None, Standing.Acts, null, true)).ToList() : [];
    }

    /// <summary>Parties of another sentence have no place in this one.</summary>
    private static List<Party> Recalled(IReadOnlyList<Party> parties) => parties.Select(party => party with { First = -1, Last = -1, Slot = WordClass.None }).ToList();

    /// <summary>A sentence about "him" goes on about whom the one before was about.</summary>
    private bool HasPronoun(int index)
    {
        var sentence = text.Sentences[index];
        var first = partiesOf[index].Groups.FirstOrDefault(group => group.Slot == WordClass.None)?.Parties[0].Sighting;
        // "The president appointed him": the text goes on about whom it was about.
        if (sentence.Words.Any(word => Grammar.IsHim(word.Lower, sentence.Language)) && text.MentionsIn(sentence.Span).Where(mention => mention.Type == ActorType.Person).Select(mention => text.SightingAt[mention.Span]).Distinct().Count() == 1) return true;
        foreach (var word in sentence.Words)
        {
            if (Grammar.ClassOf(word.Lower, sentence.Language) is WordClass.He or WordClass.They || Grammar.IsOwn(word.Lower, sentence.Language)) return true;
            if (first is not null && text.MentionsIn(sentence.Span).Any(mention => text.SightingAt[mention.Span] == first && mention.Span.End <= word.Span.Start)) return false;
        }

        return false;
    }

    private IReadOnlyList<Side> Groups(int index)
    {
        if (partiesOf.TryGetValue(index, out var known)) return known.Groups;
        var sentence = text.Sentences[index];
        var tokens = ClauseTokens.Of(text, sentence);
        var triggers = Triggers.In(tokens, sentence.Language);
        return (partiesOf[index] = new Parties(text, roster, sentence, tokens, new Clauses(tokens, sentence.Language, triggers), triggers)).Groups;
    }
}
