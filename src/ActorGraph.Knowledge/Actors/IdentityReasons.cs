using System.Globalization;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge.Actors;

/// <summary>Why two are one actor, or are not.</summary>
/// <param name="AreOne">Whether the graph holds them for one.</param>
/// <param name="Because">A sentence for each step that joins them, or for each thing that keeps them apart.</param>
public sealed record IdentityAnswer(IdentitySide A, IdentitySide B, bool AreOne, IReadOnlyList<string> Because);

/// <param name="Sighting">The sighting that is spoken of.</param>
/// <param name="Name">As it is written there.</param>
/// <param name="Actor">Id of whom it belongs to.</param>
public sealed record IdentitySide(string Asked, string Sighting, string Name, string Actor);

/// <summary>Tells merges and non-merges in words: from names, articles, company and people's decisions, as <see cref="ActorGroups"/> and <see cref="ShortForms"/> judge.</summary>
public sealed class IdentityReasons(IGraphDatabase database)
{
    /// <param name="a">A sighting id, an actor's id, or a name in any spelling that means one actor.</param>
    /// <exception cref="GraphException">Nobody or several are meant, or the database failed.</exception>
    public async Task<IdentityAnswer> ExplainAsync(string a, string b, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, cancellation);
        var held = new HeldLooks(session);
        var (left, right) = (await SideAsync(session, held, a, cancellation), await SideAsync(session, held, b, cancellation));
        var standing = ActorGroups.Standing(await HeldFacts.DecisionsAsync(session, cancellation));
        var groups = (await held.OfActorsAsync([left.Held.Actor, right.Held.Actor], cancellation)).ToLookup(look => look.Actor, look => look.Look, StringComparer.Ordinal);
        var telling = new Telling(standing);
        var areOne = left.Held.Actor == right.Held.Actor;
        var because = left.Held.Look.Key == right.Held.Look.Key ? [$"Both are written alike: {Telling.Quoted(left.Held.Look)}."]
            : areOne ? telling.Joined(groups[left.Held.Actor].ToList(), left.Held.Look, right.Held.Look)
            : telling.Apart(groups[left.Held.Actor].ToList(), groups[right.Held.Actor].ToList(), left.Held.Look, right.Held.Look);
        return new(Side(a, left), Side(b, right), areOne, because);
    }

    private static IdentitySide Side(string asked, (string Sighting, HeldLook Held) side) => new(asked, side.Sighting, side.Held.Look.Name, side.Held.Actor);

    private static async Task<(string Sighting, HeldLook Held)> SideAsync(IGraphSession session, HeldLooks held, string asked, CancellationToken cancellation)
    {
        var sighting = (await session.RowsAsync("search/sighting", cancellation, ("id", asked))).Select(row => (string)row[0]!).FirstOrDefault();
        if (sighting is null && asked.Contains('#', StringComparison.Ordinal)) throw new GraphException(ErrorCodes.ActorNotFound, $"No document held has the sighting '{asked}'.");
        if (sighting is null)
        {
            var actor = (await new ActorLookup(session).FindAsync(asked, cancellation)).Chosen;
            // Of all the ways an actor is written the one that was asked about.
            var look = (await held.OfActorsAsync([actor.Id], cancellation)).OrderByDescending(h => h.Look.Tally.Forms.Keys.Max(form => form == asked ? 3 : NameText.Fold(form) == NameText.Fold(asked) ? 2 : NameComparison.Compare(asked, form, h.Look.Type).Score))
                .ThenByDescending(h => h.Look.Sightings).ThenBy(h => h.Look.Key, StringComparer.Ordinal).FirstOrDefault() ?? throw new GraphException(ErrorCodes.ActorNotFound, $"'{asked}' is a {actor.Kind}; only actors and places are told apart.");
            return (look.Look.First, look);
        }

        var row = (await session.RowsAsync("reach/sightings-by-id", cancellation, ("ids", new[] { sighting })))[0];
        return (sighting, (await held.ByIdAsync([(string)row[1]!], cancellation))[0]);
    }

    private sealed class Telling(IReadOnlyList<Decision> standing)
    {
        public static string Quoted(Look look) => $"“{look.Name}”";

        /// <summary>The shortest chain of reasons from one look to the other.</summary>
        public IReadOnlyList<string> Joined(IReadOnlyList<Look> group, Look from, Look to)
        {
            var cameFrom = new Dictionary<string, (Look Look, string Why)>(StringComparer.Ordinal);
            var open = new Queue<Look>([from]);
            while (open.TryDequeue(out var at) && at.Key != to.Key)
            {
                foreach (var next in group.Where(look => look.Key != from.Key && look.Key != at.Key && !cameFrom.ContainsKey(look.Key)).OrderBy(look => look.Key != to.Key).ThenBy(look => look.Key, StringComparer.Ordinal))
                {
                    if (Link(at, next) is not { } why) continue;
                    cameFrom[next.Key] = (at, why);
                    open.Enqueue(next);
                }
            }

            var steps = new List<string>();
            for (var at = to; cameFrom.TryGetValue(at.Key, out var step); at = step.Look) steps.Insert(0, step.Why);
            return steps.Count > 0 ? steps : [$"{Quoted(from)} and {Quoted(to)} belong to one actor by the company that their documents put them in."];
        }

        /// <summary>What speaks against, the weightiest first.</summary>
        public IReadOnlyList<string> Apart(IReadOnlyList<Look> left, IReadOnlyList<Look> right, Look a, Look b)
        {
            var reasons = left.SelectMany(x => right.Select(y => Decided(x, y))).OfType<string>().ToList();
            reasons.AddRange(left.SelectMany(x => right.Where(y => x.Tally.Apart.ContainsKey(y.Key) || y.Tally.Apart.ContainsKey(x.Key)).Select(y => $"One article names two called {Quoted(x)} and keeps them apart.")).Distinct());
            reasons.Add(a.Type != b.Type ? $"{Quoted(a)} is a {Words.Of(a.Type)} and {Quoted(b)} a {Words.Of(b.Type)}." : Names(a, b));
            if (a.Type != b.Type || !ActorLinks.AreAlike(a, b)) return reasons;
            // Their own names agree; someone in their company of names forbids it.
            var against = left.SelectMany(x => right.Select(y => (x, y))).Where(pair => pair.x.MayBe(pair.y) && Judged(pair.x, pair.y).Verdict == Verdict.NotSame).Take(3);
            reasons.AddRange(against.Select(pair => "To join them would join two who cannot be one: " + Names(pair.x, pair.y)));
            return reasons;
        }

        private string? Link(Look a, Look b)
        {
            if (Decided(a, b) is { } decided) return Last(a, b)!.Verdict == Verdict.Same ? decided : null;
            if (a.IsShortForm != b.IsShortForm) return a.IsShortForm ? Placed(a, b) : Placed(b, a);
            return a.MayBe(b) && Judged(a, b).Verdict == Verdict.Same ? Names(a, b) : null;
        }

        private static string? Placed(Look shortForm, Look look)
        {
            if (!ShortForms.MayMean(shortForm, look)) return null;
            var dealt = shortForm.Tally.Dealt.Keys.Where(look.Tally.Dealt.ContainsKey).Select(Called).ToList();
            var company = shortForm.Tally.Company.Keys.Where(look.Tally.Company.ContainsKey).Select(Called).Where(key => !dealt.Contains(key)).ToList();
            var told = (dealt, company) switch
            {
                ({ Count: > 0 }, _) => $"both are told to have dealt with {string.Join(", ", dealt)}",
                (_, { Count: > 0 }) => $"their documents both name {string.Join(", ", company.Take(5))}",
                _ => "one report names both",
            };
            return $"{Quoted(shortForm)} is one word; it means {Quoted(look)} here, since {told}, and nobody else is meant half as likely.";
        }

        /// <summary>Keys of company begin with the kind of whom they name, and sound as he does.</summary>
        private static string Called(string key) => $"{key[0] switch { 'p' => "a person", 'c' => "the country", 'o' => "the organization", _ => "the place" }} [{key[2..]}]";

        private Decision? Last(Look a, Look b) => standing.LastOrDefault(d => (d.A == a.First && d.B == b.First) || (d.A == b.First && d.B == a.First));

        private string? Decided(Look a, Look b) => Last(a, b) is not { } decision ? null
            : $"{decision.Author} decided on {decision.At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} that {Quoted(a)} [{a.First}] and {Quoted(b)} [{b.First}] "
                + $"{decision.Verdict switch { Verdict.Same => "are the same", Verdict.NotSame => "are not the same", _ => "may or may not be the same, which merges nothing" }}{(decision.Reason.Length > 0 ? $": {decision.Reason}" : "")} ({decision.Id}).";

        private static (double Score, Verdict Verdict) Judged(Look a, Look b) => string.CompareOrdinal(a.Key, b.Key) <= 0 ? ActorLinks.Judge(a, b) : ActorLinks.Judge(b, a);

        private static string Names(Look a, Look b)
        {
            if (a.Iso2 is not null && b.Iso2 is not null && a.Iso2 != b.Iso2) return $"{Quoted(a)} belongs to {CountryNames.Of(a.Iso2) ?? a.Iso2} and {Quoted(b)} to {CountryNames.Of(b.Iso2) ?? b.Iso2}.";
            if (a.IsShortForm || b.IsShortForm) return $"{Quoted(a.IsShortForm ? a : b)} is one word, which proves nobody; what its document tells does not say beyond doubt that it means {Quoted(a.IsShortForm ? b : a)}.";
            var (score, verdict) = Judged(a, b);
            var reasons = string.Join(", ", NameComparison.Compare(a.Name, b.Name, a.Type).Reasons);
            var said = verdict switch { Verdict.Same => "are the same", Verdict.NotSame => "are not the same", _ => "may be the same or not, and unsure merges nothing" };
            return string.Create(CultureInfo.InvariantCulture, $"By name {Quoted(a)} and {Quoted(b)} {said} ({score:0.00}): {reasons}.");
        }
    }
}
