namespace ActorGraph.Extraction.Tests;

public class MentionTests
{
    [Theory]
    [InlineData("The Turkish Defence Minister Ahmet Yilmaz arrived in Ankara.", "Country Turkish", "Person Ahmet Yilmaz", "Place Ankara")]
    [InlineData("Cabinet Secretary for Foreign Affairs Florence Njoroge spoke.", "Person Florence Njoroge")]
    [InlineData("De Nederlandse minister van Defensie Pieter Bakker was in Rotterdam.", "Country Nederlandse", "Person Pieter Bakker", "Place Rotterdam")]
    [InlineData("It was H.E. Mr Peter Smith who spoke.", "Person Peter Smith")]
    public void Titles_and_portfolios_stay_outside_of_mentions(string text, params string[] expected) => Assert.Equal(expected, new Reading(text).Mentions);

    [Theory]
    [InlineData("Libya's Parliament met John Smith.", "Country Libya")]
    [InlineData("President John Smith’s plane left.", "Person John Smith")]
    public void A_possessive_is_no_part_of_a_name(string text, string expected) => Assert.Contains(expected, new Reading(text).Mentions);

    [Theory]
    [InlineData("The Ministry of Health and Social Development said so.", "Organization Ministry of Health and Social Development")]
    [InlineData("Officials of the Libyan National Army (LNA) said so.", "Organization Libyan National Army", "Organization LNA")]
    [InlineData("Een delegatie van het Turkse Ministerie van Nationale Defensie kwam langs.", "Organization Turkse Ministerie van Nationale Defensie")]
    [InlineData("He once worked for Harbour Shipping Ltd in Panama.", "Organization Harbour Shipping Ltd", "Country Panama")]
    public void The_longest_name_of_an_organization_wins(string text, params string[] expected) => Assert.Equal(expected, new Reading(text).Mentions);

    [Fact]
    public void A_name_in_capitals_that_a_report_begins_with_is_a_place()
        => Assert.Equal("Place NAIROBI", new Reading("NAIROBI, May 3, 2024 (Wire) - The talks are over.").Mentions.First());

    [Fact]
    public void A_surname_alone_is_the_person_named_in_full()
    {
        var reading = new Reading("Maria Keller arrived late. Keller left early.");
        Assert.Equal(["Person Maria Keller", "Person Keller"], reading.Mentions);
        Assert.Single(reading.Facts.Sightings);
    }

    [Fact]
    public void A_son_with_his_fathers_surname_is_another_person()
    {
        var reading = new Reading("The visit followed that of Tarnow's son, Peter Tarnow, to Berlin.");
        Assert.Equal(["Peter Tarnow son_of Tarnow"], reading.Family);
    }

    [Fact]
    public void Every_span_is_the_text_of_its_mention_even_where_entities_stand_in_it()
    {
        const string Text = "French Foreign Minister R&eacute;my Durand met BM&amp;T in Paris. Durand left.";
        var reading = new Reading(Text);
        Assert.Contains("Person R&eacute;my Durand", reading.Mentions);
        Assert.Contains(reading.Facts.Sightings, sighting => sighting.Name == "Rémy Durand" && sighting.Mentions.Count == 2);
    }
}
