using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Actors;

/// <param name="Because">Why this one, in words.</param>
/// <param name="Others">Who else may be meant, likeliest first.</param>
internal sealed record LookedUp(ActorNode Chosen, string Because, IReadOnlyList<ActorNode> Others);

/// <summary>Finds whom an id or a name in any spelling means.</summary>
internal sealed class ActorLookup(IGraphSession session)
{
    private const int MostCandidates = 500;
    private const int MostOthers = 10;
    private const int LongestName = 300;
    private const int TimesAsOften = 2;
    private const double LeastSimilarity = 0.86;

    private const int FewestLetters = 2;

    private sealed record Candidate(ActorNode Actor, double Score, long Called, bool Contains)
    {
        public long Mentions => MentionsOf(Actor);
    }

    /// <exception cref="GraphException">Nobody is called so (<see cref="ErrorCodes.ActorNotFound"/>), or several are (<see cref="ErrorCodes.ActorAmbiguous"/>).</exception>
    public async Task<LookedUp> FindAsync(string asked, CancellationToken cancellation) => (await FindAsync([asked], null, cancellation)).Found[0];

    /// <summary>Likewise several, in one journey where all are ids or all are names.</summary>
    /// <param name="along">What is read in the same journey where all are ids.</param>
    /// <exception cref="GraphException">Of the first that nobody or several are called.</exception>
    public async Task<(IReadOnlyList<LookedUp> Found, IReadOnlyList<IReadOnlyList<object?>>? Along)> FindAsync(IReadOnlyList<string> asked, Statement? along, CancellationToken cancellation)
    {
        if (asked.Any(string.IsNullOrWhiteSpace)) throw new GraphException(ErrorCodes.ActorNotFound, "No name was given: give an id or a name.");
        var (known, read) = await ByIdsAsync(asked, asked.All(IsId) ? along : null, cancellation);
        var names = asked.Where((_, i) => known[i] is null).ToList();
        var candidates = new Queue<List<Candidate>>(names.Count == 0 ? [] : await CandidatesAsync(names, cancellation));
        var found = new List<LookedUp>();
        for (var i = 0; i < asked.Count; i++) found.Add(known[i] ?? await ChooseAsync(asked[i], candidates.Dequeue(), cancellation));
        return (found, read);
    }

    private async Task<LookedUp> ChooseAsync(string asked, List<Candidate> all, CancellationToken cancellation)
    {
        var candidates = all.Where(c => !c.Actor.IsMeeting).ToList();
        var called = Ranked(candidates.Where(c => c.Called > 0), c => c.Called);
        if (called.Count > 0) return Choose(asked, called, c => c.Called, candidates, await SummariesAsync(called, cancellation));
        var named = Ranked(candidates.Where(c => c.Contains || c.Score >= NameComparison.SameFrom), c => c.Mentions);
        if (named.Count > 0) return Choose(asked, named, c => c.Mentions, candidates, await SummariesAsync(named, cancellation));
        var closest = candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Actor.Id, StringComparer.Ordinal).Take(3).Select(c => c.Actor.Name).ToList();
        throw new GraphException(ErrorCodes.ActorNotFound, closest.Count == 0
            ? $"Nobody is called '{asked}' in the documents held."
            : $"Nobody is called '{asked}' in the documents held; the closest names are {string.Join(", ", closest)}.");
    }

    /// <summary>What an id names, now or as a member of what it was merged into; null where it is no id.</summary>
    public async Task<LookedUp?> ByIdAsync(string id, CancellationToken cancellation) => (await ByIdsAsync([id], null, cancellation)).Found[0];

    private async Task<(LookedUp?[] Found, IReadOnlyList<IReadOnlyList<object?>>? Along)> ByIdsAsync(IReadOnlyList<string> asked, Statement? along, CancellationToken cancellation)
    {
        var ids = asked.Where(IsId).Distinct().ToList();
        var kinds = ids.GroupBy(ById).Select(kind => Statements.Named(kind.Key, ("ids", kind))).ToList();
        var now = await session.ReadAsync(along is null ? kinds : [.. kinds, along], cancellation);
        var found = now.Take(kinds.Count).SelectMany(rows => rows).ToDictionary(row => (string)row[1]!, row => ById(ActorNode.Of((GraphNode)row[0]!)));
        var merged = ids.Where(id => !found.ContainsKey(id)).ToList();
        var members = await session.ReadAsync(merged.Select(id => Statements.Named("search/by-member-id", ("id", id))).ToList(), cancellation);
        foreach (var (id, rows) in merged.Zip(members))
            if (rows.Count > 0) found[id] = new(ActorNode.Of((GraphNode)rows[0][0]!), "an id that it took over", []);
        return (asked.Select(found.GetValueOrDefault).ToArray(), along is null ? null : now[^1]);
    }

    /// <summary>As found by the id it has.</summary>
    public static LookedUp ById(ActorNode actor) => new(actor, "its id", []);

    private static bool IsId(string asked) => asked.Contains(':', StringComparison.Ordinal);

    private static string ById(string id) => id.StartsWith("meeting:", StringComparison.Ordinal) ? "search/meeting-by-id"
        : id.StartsWith("place:", StringComparison.Ordinal) || id.StartsWith("vessel:", StringComparison.Ordinal) ? "search/place-by-id" : "search/actor-by-id";

    /// <summary>Actors and places whose names may be this one, best first, each with how well and why; then those of whose names a word begins so.</summary>
    public async Task<IReadOnlyList<(ActorNode Actor, double Score, string Why)>> SearchAsync(string text, CancellationToken cancellation)
    {
        if (await ByIdAsync(text, cancellation) is { } known) return [(known.Chosen, 1, known.Because)];
        var called = (await CandidatesAsync([text], cancellation))[0]
            .Select(c => (c.Actor, Score: c.Called > 0 ? 1 : c.Contains ? Math.Max(c.Score, LeastSimilarity) : c.Score, c.Mentions, Why: Why(text, c)))
            .Where(hit => hit.Score >= NameComparison.UnsureFrom)
            .OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Mentions).ThenBy(hit => hit.Actor.Id, StringComparer.Ordinal)
            .Select(hit => (hit.Actor, hit.Score, hit.Why)).ToList();
        return called.Concat(await BegunAsync(text, cancellation)).DistinctBy(hit => hit.Actor.Id).ToList();
    }

    private async Task<IEnumerable<(ActorNode Actor, double Score, string Why)>> BegunAsync(string text, CancellationToken cancellation)
    {
        var begun = NameText.Fold(text);
        if (begun.Length < FewestLetters) return [];
        return (await session.RowsAsync("search/by-beginning", cancellation, ("beginnings", NameKeys.Beginning(begun)), ("most", MostCandidates)))
            .Select(row => ActorNode.Of((GraphNode)row[0]!)).OrderByDescending(MentionsOf).ThenBy(actor => actor.Id, StringComparer.Ordinal)
            .Select(actor => (actor, NameComparison.UnsureFrom, $"a word of its names begins with {text.Trim()}"));
    }

    private static long MentionsOf(ActorNode actor) => actor.Forms.DistinctBy(form => NameText.Fold(form.Form)).Sum(form => form.Times);

    /// <summary>Of each name.</summary>
    private async Task<List<List<Candidate>>> CandidatesAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (names.FirstOrDefault(name => name.Length > LongestName) is { } wrong) throw new GraphException(ErrorCodes.FilterInvalid, $"A name has {wrong.Length} characters; at most {LongestName} are looked up. Give the name alone, or an id.");
        var results = await session.ReadAsync(names.Select(name => Statements.Named("search/by-name-keys", ("keys", Keys(name)), ("most", MostCandidates))).ToList(), cancellation);
        return results.Zip(names, (rows, name) => rows.Select(row => Judge(name, ActorNode.Of((GraphNode)row[0]!))).ToList()).ToList();
    }

    private static List<string> Keys(string name) => Enum.GetValues<ActorType>().SelectMany(type => NameKeys.Of(name, type)).Distinct().Order(StringComparer.Ordinal).ToList();

    private static Candidate Judge(string asked, ActorNode actor)
    {
        var folded = NameText.Fold(asked);
        var words = NameComparison.Telling(asked, actor.Type);
        var (best, called, contains) = (0.0, 0L, false);
        foreach (var (form, times) in actor.Forms.DistinctBy(form => NameText.Fold(form.Form)))
        {
            var parts = NameComparison.Telling(form, actor.Type);
            var score = NameText.Fold(form) == folded ? 1 : NameComparison.Compare(asked, form, actor.Type).Score;
            // One word alone never proves a person; here it is asked what texts call so, not who is who.
            if (words.Count == 1 && parts.Count == 1 && score < 1) score = NameSounds.Similarity(words[0], parts[0]) is var sound && sound >= LeastSimilarity ? sound : score;
            best = Math.Max(best, score);
            if (score >= NameComparison.SameFrom && parts.Count == words.Count) called += Math.Max(1, times);
            contains |= words.Count > 0 && words.All(word => parts.Any(part => NameSounds.Similarity(word, part) >= LeastSimilarity));
        }

        return new(actor, best, called, contains);
    }

    private static string Why(string text, Candidate candidate)
    {
        var form = candidate.Actor.Forms.Select(f => (f.Form, NameComparison.Compare(text, f.Form, candidate.Actor.Type)))
            .OrderByDescending(f => f.Item2.Score).ThenBy(f => f.Form, StringComparer.Ordinal).First();
        return $"{form.Form}: {string.Join(", ", form.Item2.Reasons)}";
    }

    private static List<Candidate> Ranked(IEnumerable<Candidate> candidates, Func<Candidate, long> times)
        => candidates.OrderByDescending(times).ThenByDescending(c => c.Score).ThenBy(c => c.Actor.Id, StringComparer.Ordinal).ToList();

    private async Task<IReadOnlyList<string>> SummariesAsync(IReadOnlyList<Candidate> ranked, CancellationToken cancellation)
    {
        if (ranked.Count < 2) return [];
        var few = ranked.Take(MostOthers).Select(c => c.Actor).ToList();
        return (await new ActorSummaries(session).OfAsync(few, cancellation)).Select(s => $"{s.Name} ({s.Summary}; id {s.Id})").ToList();
    }

    private static LookedUp Choose(string asked, IReadOnlyList<Candidate> ranked, Func<Candidate, long> times, IReadOnlyList<Candidate> all, IReadOnlyList<string> summaries)
    {
        var first = ranked[0];
        var others = ranked.Skip(1).Concat(Ranked(all.Where(c => c.Contains), c => c.Mentions)).Where(c => c != first).Select(c => c.Actor).DistinctBy(a => a.Id).Take(MostOthers).ToList();
        if (ranked.Count == 1) return new(first.Actor, others.Count == 0 ? "the only one of this name" : $"the documents call only this one '{asked}'", others);
        if (times(first) < TimesAsOften * times(ranked[1]))
            throw new GraphException(ErrorCodes.ActorAmbiguous, $"'{asked}' may be {string.Join("; or ", summaries)}. Ask with the full name or the id.");
        return new(first.Actor, $"the documents call this one so {Times(times(first))}, {ranked[1].Actor.Name} {Times(times(ranked[1]))}", others);
    }

    private static string Times(long count) => count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };
}
