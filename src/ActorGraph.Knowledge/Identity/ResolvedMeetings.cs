using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Which accounts tell one meeting, and what follows from them together.</summary>
/// <param name="reportedOf">By evidence, the day of its article or document; null where it has none.</param>
internal sealed class ResolvedMeetings(IReadOnlyDictionary<string, string> actorOf, Func<string, DateOnly?> reportedOf)
{
    private const int DaysApart = 2;
    private const int ReportedWithin = 7;

    private sealed record Account(MeetingEvidence Evidence, IReadOnlySet<string> Who, IReadOnlySet<string> Places, DateOnly? First, DateOnly? Last, bool IsOfReport);

    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    public IReadOnlyList<ResolvedMeeting> Of(IEnumerable<MeetingEvidence> evidence)
    {
        var accounts = evidence.OrderBy(e => e.Id, StringComparer.Ordinal).Select(Read).ToList();
        var links = Candidates(accounts).Where(pair => IsOne(accounts[pair.A], accounts[pair.B])).Select(pair => new Link(pair.A, pair.B, accounts[pair.A].Who.Count(accounts[pair.B].Who.Contains)));
        // Accounts that name other people of one meeting may be joined by a third; those that contradict each other may not.
        return Clustering.Of(accounts.Select(a => a.Evidence.Id).ToList(), links, (a, b) => accounts[a].Who.Overlaps(accounts[b].Who) && Contradict(accounts[a], accounts[b]))
            .Select(group => Merge(group.Select(i => accounts[i]).ToList())).ToList();
    }

    /// <summary>Pairs with two in common whose days are not apart, the lower first, each once. Those of a few who meet for years are many: only accounts of near days are paired.</summary>
    private static HashSet<(int A, int B)> Candidates(List<Account> accounts)
    {
        var pairs = new HashSet<(int A, int B)>();
        foreach (var group in accounts.SelectMany((account, i) => Common(account).Select(common => (common, i))).GroupBy(pair => pair.common, pair => pair.i))
        {
            var near = new List<int>();
            foreach (var j in group.OrderBy(i => accounts[i].First ?? DateOnly.MinValue))
            {
                near.RemoveAll(i => accounts[i].First is not null && Moved(accounts[j].First, -DaysApart) > accounts[i].Last);
                pairs.UnionWith(near.Select(i => (Math.Min(i, j), Math.Max(i, j))));
                near.Add(j);
            }
        }

        return pairs;
    }

    /// <summary>Two who took part; of a visit, one and where.</summary>
    private static IEnumerable<(string, string)> Common(Account account)
    {
        var who = account.Who.Order(StringComparer.Ordinal).ToList();
        return who.SelectMany((a, n) => who.Skip(n + 1).Select(b => (a, b))).Concat(account.Evidence.Kind == MeetingKind.Visit ? who.SelectMany(a => account.Places.Select(place => (a, place))) : []);
    }

    /// <summary>Whether two accounts may be of one meeting, whatever others say.</summary>
    public bool AreOne(MeetingEvidence a, MeetingEvidence b) => IsOne(Read(a), Read(b));

    /// <summary>The days between which an account of the same meeting can be; null where it is open.</summary>
    public (DateOnly? From, DateOnly? Until) Window(MeetingEvidence evidence) => Window(Read(evidence));

    private static (DateOnly? From, DateOnly? Until) Window(Account account) => (Moved(account.First, -DaysApart), Moved(account.Last, DaysApart));

    /// <summary>Texts tell days at both ends of the calendar too.</summary>
    private static DateOnly? Moved(DateOnly? day, int days) => day is { } known ? DateOnly.FromDayNumber(Math.Clamp(known.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)) : null;

    /// <summary>An account is compared with many.</summary>
    private Account Read(MeetingEvidence evidence)
    {
        if (!_accounts.TryGetValue(evidence.Id, out var account)) _accounts[evidence.Id] = account = Resolved(evidence);
        return account;
    }

    private Account Resolved(MeetingEvidence evidence)
    {
        // What took place and has no day is taken for one with accounts of the days before its report only: any two meetings of the same people may be two.
        var isOfReport = evidence is { Status: MeetingStatus.Occurred, When: { Earliest: null, Latest: null } } && reportedOf(evidence.Id) is not null;
        var last = isOfReport ? reportedOf(evidence.Id) : evidence.When.Latest;
        var first = isOfReport || evidence.When.Basis == DateBasis.Reported && evidence.When.Earliest is null ? Moved(last, -ReportedWithin) : evidence.When.Earliest;
        return new(evidence, evidence.Participants.Select(p => actorOf[p.Sighting]).ToHashSet(),
            evidence.Places.Select(p => actorOf[p]).Where(p => !p.StartsWith("country:", StringComparison.Ordinal)).ToHashSet(), first, last, isOfReport);
    }

    private static bool IsOne(Account a, Account b)
    {
        if (Contradict(a, b)) return false;
        var shared = a.Who.Count(b.Who.Contains);
        var dated = a is { First: not null, IsOfReport: false } && b is { First: not null, IsOfReport: false };
        if (shared >= 2) return !PlacesDiffer(a, b) || (dated && Overlap(a, b, 0));
        return shared == 1 && a.Evidence.Kind == MeetingKind.Visit && a.Places.Overlaps(b.Places) && (!dated || Overlap(a, b, DaysApart));
    }

    private static bool Contradict(Account a, Account b)
        => (a.First is not null && b.First is not null && !Overlap(a, b, DaysApart)) || ToldApart(a, b) || !KindsAgree(a, b) || !StatusesAgree(a, b);

    /// <summary>One sentence that tells two meetings with different people tells two: "before meeting X, they spoke with Y".</summary>
    private static bool ToldApart(Account a, Account b) => a.Evidence.ArticleId == b.Evidence.ArticleId && a.Evidence.Span == b.Evidence.Span && a.Evidence.Trigger != b.Evidence.Trigger
        && !a.Who.IsSubsetOf(b.Who) && !b.Who.IsSubsetOf(a.Who);

    /// <summary>Talks and negotiations are one; in one article a visit is also the meeting of the same people.</summary>
    private static bool KindsAgree(Account a, Account b)
        => a.Evidence.Kind == b.Evidence.Kind || (a.Evidence.Kind is MeetingKind.Meeting or MeetingKind.Negotiation && b.Evidence.Kind is MeetingKind.Meeting or MeetingKind.Negotiation)
            || (SameOfOneArticle(a, b) && a.Evidence.Kind is MeetingKind.Meeting or MeetingKind.Visit && b.Evidence.Kind is MeetingKind.Meeting or MeetingKind.Visit);

    /// <summary>What was planned may have taken place; what one article tells as planned and as called off did not.</summary>
    private static bool StatusesAgree(Account a, Account b)
    {
        var (one, other) = (a.Evidence.Status, b.Evidence.Status);
        return one == other || (one is MeetingStatus.Occurred or MeetingStatus.Planned && other is MeetingStatus.Occurred or MeetingStatus.Planned)
            || (SameOfOneArticle(a, b) && one is MeetingStatus.Planned or MeetingStatus.Denied && other is MeetingStatus.Planned or MeetingStatus.Denied);
    }

    private static bool SameOfOneArticle(Account a, Account b) => a.Evidence.ArticleId == b.Evidence.ArticleId && a.Who.Count > 1 && a.Who.SetEquals(b.Who);

    private static bool PlacesDiffer(Account a, Account b) => a.Places.Count > 0 && b.Places.Count > 0 && !a.Places.Overlaps(b.Places);

    private static bool Overlap(Account a, Account b, int slack)
        => !(Moved(a.First, -slack) > b.Last) && !(Moved(b.First, -slack) > a.Last);

    private ResolvedMeeting Merge(IReadOnlyList<Account> accounts)
    {
        var (when, datesDiffer) = Date(accounts);
        var participants = accounts.SelectMany(a => a.Evidence.Participants).GroupBy(p => actorOf[p.Sighting]).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ResolvedParticipant(group.Key,
                group.Select(p => p.Role).OrderBy(role => role == ParticipantRole.Participant).ThenBy(role => role).First(),
                group.Where(p => p.OnBehalfOf is not null).Select(p => actorOf[p.OnBehalfOf!]).Order(StringComparer.Ordinal).FirstOrDefault())).ToList();
        var places = accounts.SelectMany(a => a.Evidence.Places.Select((place, depth) => (Id: actorOf[place], depth))).GroupBy(p => p.Id)
            .Select(group => (group.Key, Depth: group.Min(p => p.depth))).OrderBy(p => p.Depth).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key).ToList();
        var disputed = datesDiffer || accounts.Any(a => accounts.Any(b => PlacesDiffer(a, b)));
        var windows = accounts.Select(Window).ToList();
        return new(Ids.Readable("meeting", "", accounts[0].Evidence.Id), accounts.Min(a => a.Evidence.Kind), StatusOf(accounts), when, places,
            participants, accounts.Select(a => a.Evidence.Id).ToList(), disputed, windows.Exists(w => w.From is null) ? null : windows.Min(w => w.From), windows.Exists(w => w.Until is null) ? null : windows.Max(w => w.Until));
    }

    private static MeetingStatus StatusOf(IReadOnlyList<Account> accounts)
    {
        var first = accounts.Min(a => a.Evidence.Status);
        return first == MeetingStatus.Planned && accounts.Any(a => a.Evidence.Status == MeetingStatus.Denied) ? MeetingStatus.Denied : first;
    }

    /// <summary>The narrowest of the best-known dates where those agree; else none, and disputed.</summary>
    private static (EventDate When, bool Differ) Date(IReadOnlyList<Account> accounts)
    {
        var known = accounts.Select(a => a.Evidence.When).Where(when => when.Basis != DateBasis.None).ToList();
        if (known.Count == 0) return (accounts.Select(a => a.Evidence.When).OrderBy(w => w.Text, StringComparer.Ordinal).First(), false);
        var best = known.Where(when => when.Basis == known.Min(w => w.Basis)).ToList();
        var (first, last) = (best.Max(w => w.Earliest ?? DateOnly.MinValue), best.Min(w => w.Latest ?? DateOnly.MaxValue));
        if (first > last) return (EventDate.Unknown, true);
        return (best.OrderBy(w => w.Precision == DatePrecision.None ? 9 : (int)w.Precision).ThenByDescending(w => w.Earliest).ThenBy(w => w.Latest).ThenBy(w => w.Text, StringComparer.Ordinal).First(), false);
    }
}
