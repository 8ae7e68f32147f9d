using ActorGraph.Extraction;
using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Tests.Identity;

/// <summary>Accounts of the same two people that do not say when: which of them are taken for one meeting.</summary>
public sealed class UndatedMeetingTests
{
    private const string Told = "Peter Novak held talks with Maria Keller in Lima.";

    private static readonly FactExtractor Extractor = new();

    [Theory]
    [InlineData("2024-05-07", "2024-05-09", 1)]
    [InlineData("2024-05-07", "2024-08-07", 2)]
    [InlineData("2019-01-02", "2024-05-09", 2)]
    [InlineData(null, null, 1)]
    [InlineData("2024-05-07", null, 1)]
    public void Reports_of_one_week_may_be_of_one_meeting_and_those_of_other_times_are_of_two(string? first, string? second, int meetings)
        => Assert.Equal(meetings, Meetings(Read(Told, first), Read("It was reported that " + Told, second)));

    [Theory]
    [InlineData("2024-05-07", "7 May 2024", 1)]
    [InlineData("2024-05-07", "2 May 2024", 1)]
    [InlineData("2024-05-07", "7 March 2024", 2)]
    [InlineData("2024-05-07", "7 June 2024", 2)]
    public void A_day_told_by_another_report_is_of_the_same_meeting_where_it_lies_right_before(string reported, string day, int meetings)
        => Assert.Equal(meetings, Meetings(Read(Told, reported), Read($"Peter Novak held talks with Maria Keller in Lima on {day}.", "2024-12-01")));

    [Fact]
    public void A_meeting_keeps_the_days_that_its_accounts_can_be_of()
    {
        var meeting = Assert.Single(Resolver.Resolve([Read(Told, "2024-05-07"), Read("It was reported that " + Told, "2024-05-09")], []).Meetings);
        Assert.Equal((new DateOnly(2024, 4, 28), new DateOnly(2024, 5, 11)), (meeting.From, meeting.Until));
        Assert.Equal(DateBasis.None, meeting.When.Basis);
        Assert.Equal((null, null), Assert.Single(Resolver.Resolve([Read(Told, null)], []).Meetings) is var open ? (open.From, open.Until) : default);
    }

    private static int Meetings(params DocumentFacts[] documents) => Resolver.Resolve(documents, []).Meetings.Count;

    private static DocumentFacts Read(string sentence, string? reported)
    {
        var facts = Extractor.Extract(Document.FromText(sentence, null, null, reported is null ? null : DateOnly.ParseExact(reported, "yyyy-MM-dd", null)));
        return facts with { Evidence = facts.Evidence.Select(told => told is MeetingEvidence { When.Text: null } meeting ? meeting with { When = EventDate.Unknown } : told).ToList() };
    }
}
