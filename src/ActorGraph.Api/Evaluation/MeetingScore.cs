namespace ActorGraph.Api.Evaluation;

/// <summary>Meetings, paired by who took part; of the pairs, how much of the rest is right; and the snippets that tell none.</summary>
internal sealed class MeetingScore
{
    private static readonly string[] Aspects = ["kind", "status", "date", "place", "participants", "documents"];

    private readonly IReadOnlyList<GoldDocument> gold;
    private readonly List<Found> found;
    private readonly OrderedDictionary<string, Told> told = [];
    private readonly GoldNames names;
    private readonly List<Difference> differences = [];

    public MeetingScore(IReadOnlyList<GoldDocument> gold, ReportedFacts facts, GoldNames names)
    {
        (this.gold, this.names) = (gold, names);
        foreach (var document in gold)
        {
            foreach (var meeting in document.Facts.Meetings)
            {
                if (!told.TryGetValue(meeting.Id, out var one)) told.Add(meeting.Id, one = new(meeting.Id, meeting.Status));
                one.Add(document, meeting);
            }
        }

        found = facts.Meetings.Select(meeting => new Found(meeting, names.Of(meeting.Place), names.Of(meeting.Participants), meeting.Documents.Select(ReportedFacts.Stem).ToHashSet())).ToList();
    }

    public IEnumerable<Difference> Differences => differences;

    public IEnumerable<Figure> Figures()
    {
        var (right, wrong, missed) = (0, 0, 0);
        var of = Aspects.ToDictionary(aspect => aspect, _ => 0);
        var pairs = Pairs();
        foreach (var (one, other) in pairs.Where(pair => !pair.Told.IsOptional))
        {
            if (!other.IsReal)
            {
                if (!one.IsReal) continue;
                wrong++;
                differences.Add(new(First(one.Files), "meeting of another status", $"{other.Status}, taken as {one.Meeting.Status}: {Who(one)}", Quote(one)));
            }
            else if (!one.IsReal)
            {
                missed++;
                differences.Add(new(First(other.Files), "meeting of another status", $"{other.Status}, taken as {one.Meeting.Status}: {Who(other)}", other.Quote));
            }
            else
            {
                right++;
                foreach (var aspect in Aspects)
                {
                    if (Judge(one, other, aspect)) of[aspect]++;
                    else differences.Add(new(First(one.Files), "meeting with another " + aspect, $"{names.Told(Shown(one, aspect))} for {names.Told(Shown(other, aspect))}, of {names.Told(other.Participants)}", Quote(one)));
                }
            }
        }

        var (taken, known) = (pairs.Select(pair => pair.Found).ToHashSet(), pairs.Select(pair => pair.Told).ToHashSet());
        foreach (var one in found.Where(one => !taken.Contains(one) && one.IsReal))
        {
            wrong++;
            differences.Add(new(First(one.Files), "meeting extra", Who(one), Quote(one)));
        }

        foreach (var other in told.Values.Where(other => !known.Contains(other) && !other.IsOptional && other.IsReal))
        {
            missed++;
            differences.Add(new(First(other.Files), "meeting missed", Who(other), other.Quote));
        }

        yield return Figure.Of("meetings", right, wrong, missed);
        yield return new("meetings, of the found: right", Aspects.Select(aspect => (aspect, Figure.Round(Figure.Share(of[aspect], right)))).ToList());
    }

    /// <summary>Snippets that look like a meeting and tell none: a meeting whose trigger lies in one was wrongly taken.</summary>
    public Figure Negatives()
    {
        var (total, wrong) = (0, 0);
        foreach (var document in gold)
        {
            var evidence = document.Facts.Meetings.SelectMany(meeting => meeting.Evidence ?? []).Where(span => ReportedFacts.Stem(span.File ?? document.Name) == document.Name).ToList();
            foreach (var snippet in document.Facts.Negatives)
            {
                var start = document.Document.Text.IndexOf(snippet, StringComparison.Ordinal);
                if (start < 0) continue;
                total++;
                if (!found.Exists(one => one.IsReal && one.Meeting.Evidence.Any(e => e.Name == document.Name && start <= e.Trigger.Start && e.Trigger.End <= start + snippet.Length))) continue;
                wrong++;
                differences.Add(new(document.Name, "look-alike taken for a meeting", "", snippet));
            }
        }

        return new("negatives", [("total", total), ("wrongly taken", wrong)]);
    }

    /// <summary>Best pairs first: half of those who took part must be the same, kind, date and place decide between equals.</summary>
    private List<(Found Found, Told Told)> Pairs()
    {
        var candidates = new List<(double Score, int At, Told Told)>();
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var other in told.Values.Where(other => other.Files.Overlaps(found[i].Files)))
            {
                var all = other.Participants.Union(other.Companions).ToHashSet();
                var shared = found[i].Participants.Count(all.Contains);
                var likeness = Math.Max(Figure.Share(shared, found[i].Participants.Union(other.Participants).Count()), Figure.Share(shared, found[i].Participants.Union(all).Count()));
                if (likeness < 0.5) continue;
                var bonus = 0.1 * One(Judge(found[i], other, "kind")) + 0.1 * One(Judge(found[i], other, "date")) + 0.05 * One(found[i].Places.Overlaps(other.Places));
                candidates.Add((likeness + bonus, i, other));
            }
        }

        var (used, known, pairs) = (new HashSet<int>(), new HashSet<Told>(), new List<(Found, Told)>());
        foreach (var (_, at, other) in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.At).ThenBy(c => c.Told.Id, StringComparer.Ordinal))
        {
            if (used.Contains(at) || known.Contains(other)) continue;
            used.Add(at);
            known.Add(other);
            pairs.Add((found[at], other));
        }

        return pairs;
    }

    private bool Judge(Found one, Told other, string aspect) => aspect switch
    {
        "kind" => other.Kinds.Contains(one.Meeting.Kind),
        "status" => one.Meeting.Status == other.Status,
        "date" => other.Dates.Contains(one.Meeting.Date.Iso ?? ""),
        "place" => other.Places.Count > 0 ? one.Places.Overlaps(other.Places) : one.Places.Count == 0,
        "participants" => one.Participants.Except(other.Companions).ToHashSet().SetEquals(other.Participants.Except(other.Companions)) || one.Participants.SetEquals(other.Participants.Union(other.Companions)),
        _ => one.Files.SetEquals(other.Files),
    };

    private static IEnumerable<string> Shown(Found one, string aspect) => Something(aspect switch
    {
        "kind" => [one.Meeting.Kind],
        "status" => [one.Meeting.Status],
        "date" => [one.Meeting.Date.Iso ?? ""],
        "place" => one.Places,
        "participants" => one.Participants,
        _ => one.Files,
    });

    private static IEnumerable<string> Shown(Told other, string aspect) => Something(aspect switch
    {
        "kind" => other.Kinds,
        "status" => [other.Status],
        "date" => other.Dates,
        "place" => other.Places,
        "participants" => other.Participants.Union(other.Companions),
        _ => other.Files,
    });

    private static IEnumerable<string> Something(IEnumerable<string> values) => values.Where(value => value.Length > 0).DefaultIfEmpty("nothing");

    private static double One(bool isSo) => isSo ? 1 : 0;

    private static string First(IEnumerable<string> files) => files.Order(StringComparer.Ordinal).First();

    private string Who(Found one) => $"{one.Meeting.Kind} of {names.Told(one.Participants)}, {one.Meeting.Date.Iso ?? "no date"}{In(one.Files)}";

    private string Who(Told other) => $"{string.Join(" or ", other.Kinds)} of {names.Told(other.Participants)}{In(other.Files)}";

    private static string In(IReadOnlySet<string> files) => files.Count > 1 ? $" (also in {string.Join(", ", files.Order(StringComparer.Ordinal).Skip(1))})" : "";

    private string? Quote(Found one) => one.Meeting.Evidence.Count == 0 ? null : gold.FirstOrDefault(document => document.Name == one.Meeting.Evidence[0].Name)?.Quote(new(one.Meeting.Evidence[0].Start, one.Meeting.Evidence[0].End));

    private static bool Really(string status) => status is "occurred" or "planned";

    private sealed record Found(ReportedMeeting Meeting, IReadOnlySet<string> Places, IReadOnlySet<string> Participants, IReadOnlySet<string> Files)
    {
        public bool IsReal => Really(Meeting.Status);
    }

    /// <summary>One meeting as all documents of the reader's tell it.</summary>
    private sealed class Told(string id, string status)
    {
        public string Id => id;

        public string Status => status;

        public HashSet<string> Kinds { get; } = [];

        /// <summary>An empty one stands for no date.</summary>
        public HashSet<string> Dates { get; } = [];

        public HashSet<string> Places { get; } = [];

        public HashSet<string> Participants { get; } = [];

        public HashSet<string> Companions { get; } = [];

        public HashSet<string> Files { get; } = [];

        public bool IsOptional { get; private set; }

        public bool IsReal => Really(status);

        public string? Quote { get; private set; }

        public void Add(GoldDocument document, GoldMeeting meeting)
        {
            Kinds.Add(meeting.Kind);
            Files.Add(document.Name);
            Dates.UnionWith((meeting.Date.Accept is { Count: > 0 } accept ? accept : [meeting.Date.Iso]).Select(day => day ?? ""));
            Places.UnionWith(meeting.Place ?? []);
            Participants.UnionWith(meeting.Participants);
            Companions.UnionWith(meeting.AccompaniedBy ?? []);
            IsOptional |= meeting.Optional;
            if (meeting.Evidence is { Count: > 0 } evidence) Quote ??= document.Quote(evidence[0]);
        }
    }
}
