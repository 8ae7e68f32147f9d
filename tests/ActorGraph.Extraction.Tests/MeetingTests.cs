using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests;

public class MeetingTests
{
    private static readonly DateOnly Thursday = new(2024, 3, 14);

    [Theory]
    [InlineData("Peter Novak met the criteria for the post.")]
    [InlineData("Peter Novak received wisdom from Maria Keller.")]
    [InlineData("The plan of Peter Novak was met with criticism by Maria Keller.")]
    [InlineData("Georgia met every deadline, and Bulgaria earns the least.")]
    [InlineData("Peter Novak received a letter from Maria Keller.")]
    [InlineData("Kenya received 2,140 refugees from Somalia.")]
    [InlineData("Peter Novak heeft nieuws ontvangen. Uit Soedan ontving Egypte vluchtelingen.")]
    public void What_only_looks_like_a_meeting_is_none(string text) => Assert.Empty(new Reading(text).Meetings);

    [Theory]
    [InlineData("President Peter Novak met Prime Minister Maria Keller in Vienna.", "Maria Keller, Peter Novak")]
    [InlineData("Peter Novak, who likes few words, held talks with Austria's foreign minister, Maria Keller, in Vienna.", "Maria Keller, Peter Novak")]
    [InlineData("Maria Keller was received by President Peter Novak in Vienna.", "Maria Keller, Peter Novak")]
    [InlineData("Peter Novak and Maria Keller met in Vienna.", "Maria Keller, Peter Novak")]
    [InlineData("Talks between Peter Novak and Maria Keller were held in Vienna.", "Maria Keller, Peter Novak")]
    [InlineData("Minister Pieter Bakker sprak in Wenen met Maria Keller.", "Maria Keller, Pieter Bakker")]
    [InlineData("Außenminister Peter Novak hat am Dienstag in Wien Maria Keller getroffen.", "Maria Keller, Peter Novak")]
    [InlineData("Le ministre Pierre Novak a rencontré Marie Keller à Vienne.", "Marie Keller, Pierre Novak")]
    [InlineData("El ministro Pedro Novak se reunió con María Keller en Viena.", "María Keller, Pedro Novak")]
    [InlineData("Bakan Ahmet Yılmaz, Viyana'da Mehmet Demir ile görüştü.", "Ahmet Yılmaz, Mehmet Demir")]
    public void Whoever_stands_on_both_sides_took_part(string text, string expected)
    {
        var reading = new Reading(text);
        Assert.Equal(expected, reading.Who(Assert.Single(reading.Meetings)));
    }

    [Theory]
    [InlineData("Peter Novak will meet Maria Keller.", MeetingStatus.Planned)]
    [InlineData("Peter Novak may meet Maria Keller.", MeetingStatus.Hypothetical)]
    [InlineData("An aide denied a report that Peter Novak had met Maria Keller.", MeetingStatus.Denied)]
    [InlineData("Tomorrow's talks between Peter Novak and Maria Keller are off.", MeetingStatus.Denied)]
    [InlineData("Peter Novak met Maria Keller.", MeetingStatus.Occurred)]
    public void Cues_say_whether_it_took_place(string text, MeetingStatus expected) => Assert.Equal(expected, Assert.Single(new Reading(text).Meetings).Status);

    [Fact]
    public void Who_accompanies_is_a_companion()
    {
        var reading = new Reading("Peter Novak, accompanied by his deputy Anna Berger, met Maria Keller in Vienna.");
        Assert.Equal("Anna Berger", reading.Who(Assert.Single(reading.Meetings), ParticipantRole.Companion));
    }

    [Fact]
    public void A_pronoun_means_whom_the_sentence_before_was_about()
    {
        var reading = new Reading("Peter Novak flew home late. He met Maria Keller in Vienna.");
        Assert.Equal("Maria Keller, Peter Novak", reading.Who(Assert.Single(reading.Meetings)));
    }

    [Fact]
    public void A_weekday_without_a_date_stays_a_weekday()
    {
        var when = Assert.Single(new Reading("Peter Novak met Maria Keller on Sunday.").Meetings).When;
        Assert.Equal(("Sunday", null, null, DateBasis.None), (when.Text, when.Earliest, when.Latest, when.Basis));
    }

    [Theory]
    [InlineData("Peter Novak met Maria Keller on Tuesday.", "2024-03-12", DatePrecision.Day)]
    [InlineData("Peter Novak will meet Maria Keller on Tuesday.", "2024-03-19", DatePrecision.Day)]
    [InlineData("Peter Novak met Maria Keller on 5 May 2020.", "2020-05-05", DatePrecision.Day)]
    [InlineData("Peter Novak met Maria Keller in February.", "2024-02-01", DatePrecision.Month)]
    [InlineData("Peter Novak will meet Maria Keller in January.", "2025-01-01", DatePrecision.Month)]
    [InlineData("Peter Novak met Maria Keller last month.", "2024-02-01", DatePrecision.Month)]
    [InlineData("In 1995 Peter Novak met Maria Keller.", "1995-01-01", DatePrecision.Year)]
    public void Words_of_time_count_from_the_articles_date(string text, string earliest, DatePrecision precision)
    {
        var when = Assert.Single(new Reading(text, Thursday).Meetings).When;
        Assert.Equal((earliest, precision), (when.Earliest?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), when.Precision));
    }

    [Fact]
    public void A_venue_comes_before_its_town_and_its_country()
    {
        var reading = new Reading("Peter Novak met Maria Keller at Baabda Palace in Beirut, Lebanon.");
        Assert.StartsWith("Baabda Palace, Beirut", reading.Where(Assert.Single(reading.Meetings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Peter Novak met Maria Keller in Vienna to discuss fishing rights.", "fishing rights")]
    [InlineData("Peter Novak and Maria Keller held talks on the price of wheat in Vienna.", "the price of wheat")]
    [InlineData("Peter Novak met Maria Keller on Monday.", "")]
    public void What_it_was_about_is_told_by_its_words(string text, string about)
    {
        var reading = new Reading(text);
        Assert.Equal(about, string.Join(", ", Assert.Single(reading.Meetings).About.Select(span => span.Of(text))));
    }

    [Theory]
    [InlineData("Before meeting with Maria Keller, Peter Novak and Anna Berger spoke with Carlos Mendez.", "Carlos Mendez")]
    [InlineData("Peter Novak met Carlos Mendez in Lima before he met Maria Keller in Quito.", "Carlos Mendez")]
    [InlineData("Peter Novak met Maria Keller in Quito after he had met Carlos Mendez in Lima.", "Carlos Mendez")]
    public void A_sentence_may_say_which_of_two_came_first(string text, string first)
    {
        var reading = new Reading(text);
        Assert.Equal(2, reading.Meetings.Count);
        var earlier = Assert.Single(reading.Meetings, meeting => meeting.Before.Count > 0);
        Assert.Contains(first, reading.Who(earlier), StringComparison.Ordinal);
        Assert.Equal(Assert.Single(reading.Meetings, meeting => meeting.Id != earlier.Id).Id, Assert.Single(earlier.Before));
    }

    [Theory]
    [InlineData("Peter Novak and Maria Keller met in Quito on Tuesday for talks mediated by Ecuador's foreign minister, Ana Rojas.", "Ana Rojas")]
    [InlineData("In talks brokered by the Omani envoy Karim Haddad, Peter Novak met Maria Keller in Muscat.", "Karim Haddad")]
    [InlineData("Peter Novak et Maria Keller se sont rencontrés mardi à Quito sous la médiation de la ministre Ana Rojas.", "Ana Rojas")]
    [InlineData("Peter Novak met Maria Keller in Quito, a deal mediated last year.", "")]
    public void Who_stood_between_the_sides_is_told_as_mediator(string text, string expected)
    {
        var reading = new Reading(text);
        var meeting = reading.Meetings[0];
        Assert.Equal(expected, reading.Who(meeting, ParticipantRole.Mediator));
        Assert.Equal("Maria Keller, Peter Novak", reading.Who(meeting with { Participants = [.. meeting.Participants.Where(p => p.Role != ParticipantRole.Mediator)] }));
    }
}
