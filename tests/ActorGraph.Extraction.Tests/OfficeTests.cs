using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests;

public class OfficeTests
{
    [Theory]
    [InlineData("Peter Novak held talks with Commander of the Kenyan National Army Yusuf Omar.", "Yusuf Omar: commander of Kenyan National Army")]
    [InlineData("Peter Novak paid a visit to Omar, the deputy commander of the Kenyan National Army.", "Omar: deputy commander of Kenyan National Army")]
    [InlineData("Kenya's newly appointed intelligence chief, Peter Novak, spoke.", "Peter Novak: intelligence chief of Kenya")]
    [InlineData("De directeur van de Keniaanse Nationale Inlichtingendienst, Pieter Bakker, sprak.", "Pieter Bakker: directeur of Keniaanse Nationale Inlichtingendienst")]
    [InlineData("They spoke with Kenyan Presidential Council deputies Abdullah Omar and Musa Karim.", "Musa Karim: deputy of Kenyan Presidential Council")]
    [InlineData("The Movement of Free Farmers, led by Peter Novak, objected.", "Peter Novak: leader of Movement of Free Farmers")]
    [InlineData("A delegation of the Ministry of Trade, led by Peter Novak, arrived.", "Peter Novak: leader of Ministry of Trade")]
    [InlineData("A Ministry of Trade delegation, led by Peter Novak, arrived.", "Peter Novak: delegation leader of Ministry of Trade")]
    public void A_title_is_a_clean_noun_phrase(string text, string expected) => Assert.Contains(expected, new Reading(text).Offices);

    [Theory]
    [InlineData("Former Kenyan Foreign Minister Peter Novak spoke.", "foreign minister")]
    [InlineData("De Keniaanse oud-president Pieter Bakker heeft dat gisteren niet aan de pers gezegd.", "president")]
    public void What_is_over_stands_in_the_status_and_not_in_the_title(string text, string title)
    {
        var office = Assert.Single(new Reading(text).Facts.Evidence.OfType<OfficeEvidence>());
        Assert.Equal((title, FactStatus.Former), (office.Title, office.Status));
    }

    [Theory]
    [InlineData("Peter Novak, the Turkish ambassador to Kenya, and Maria Keller, the consul general of Türkiye in Mombasa, also came.", "Maria Keller: consul general of Turkish,Peter Novak: ambassador of Turkish", "Maria Keller PostedTo Mombasa,Peter Novak PostedTo Kenya")]
    [InlineData("Pieter Bakker, de Turkse ambassadeur in Kenia, en Maria Keller, de consul-generaal van Turkije in Mombasa, kwamen ook.", "Maria Keller: consul-generaal of Turkse,Pieter Bakker: ambassadeur of Turkse", "Maria Keller PostedTo Mombasa,Pieter Bakker PostedTo Kenia")]
    public void An_apposition_belongs_to_the_name_right_before_it(string text, string offices, string posts)
    {
        var reading = new Reading(text);
        Assert.Equal(offices.Split(','), reading.Offices.Order(StringComparer.Ordinal));
        Assert.Equal(posts.Split(','), reading.Relations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_is_told_something_holds_no_office()
        => Assert.DoesNotContain(new Reading("Ali Novak, a spokesperson for the Ministry of Trade, told Peter Keller that it was late.").Offices, office => office.StartsWith("Peter Keller", StringComparison.Ordinal));

    [Fact]
    public void A_deputy_of_a_person_is_no_office_of_a_state()
        => Assert.Equal(["Anna Berger DeputyOf Peter Novak"], new Reading("Peter Novak, accompanied by his deputy Anna Berger, left.").Relations);

    [Fact]
    public void The_deputy_with_the_commanders_surname_is_another_person()
    {
        var reading = new Reading("Commander of the Kenyan National Army Yusuf Omar spoke. A delegation saw Omar, the deputy commander of the Kenyan National Army. The visit followed one by Omar's son, Karim Omar.");
        Assert.Contains("Karim Omar: deputy commander of Kenyan National Army", reading.Offices);
        Assert.DoesNotContain("Yusuf Omar: deputy commander of Kenyan National Army", reading.Offices);
    }

    [Fact]
    public void A_crawlers_date_before_the_text_dates_the_article_and_not_what_it_tells()
    {
        var reading = new Reading(" date 2024-05-03 De directeur van de Keniaanse Nationale Inlichtingendienst, Pieter Bakker, heeft in Nairobi een ontmoeting gehad met Yusuf Omar.\nHet was de eerste keer.\n");
        var when = Assert.Single(reading.Meetings).When;
        Assert.Equal((new DateOnly(2024, 5, 3), DateBasis.Reported), (reading.Facts.Articles[0].Date!.Value, when.Basis));
        Assert.Equal(new DateOnly(2024, 5, 3), when.Latest);
    }
}
