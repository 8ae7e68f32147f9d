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

    [Theory]
    [InlineData("The official Sirocco news agency reported it.", "Organization Sirocco")]
    [InlineData("Ships left for the port and the town of Labrazzo on Monday.", "Place Labrazzo")]
    [InlineData("He joined a group called Harvest Moon and left.", "Organization Harvest Moon")]
    [InlineData("Ze bezochten het Friese dorp en het Amsterdamse stadhuis.", "Place Friese", "Place Amsterdamse")]
    [InlineData("Am Montag sprach Petra Vogel für die Gewerkschaft Wellenkamm über den Streik.", "Person Petra Vogel", "Organization Wellenkamm")]
    [InlineData("Hier, l'Union africaine et la Commission nationale des droits de l'homme ont protesté avec le maire.", "Organization Union africaine", "Organization Commission nationale des droits de l'homme")]
    [InlineData("Het was PvdA-leider Van Dijk die dat met de heer De Boer van de Partij voor Toekomst besprak.", "Organization PvdA", "Person Van Dijk", "Person De Boer", "Organization Partij voor Toekomst")]
    [InlineData("Dün Marmara Enerji A.Ş. ve Türkiye Odalar ve Borsalar Birliği bir açıklama yaptı.", "Organization Marmara Enerji A.Ş.", "Organization Türkiye Odalar ve Borsalar Birliği")]
    [InlineData("The U.S. envoy spoke of Libya-Turkey ties and of pro-Turkish groups.", "Country U.S.", "Country Libya", "Country Turkey", "Country Turkish")]
    [InlineData("A plan by Gulf &amp; Sirte Fuels was told by Peter Smit jr. on Monday.", "Organization Gulf &amp; Sirte Fuels", "Person Peter Smit jr.")]
    [InlineData("Then Technical Counsellor Goran Petrov spoke.", "Person Goran Petrov")]
    public void Words_around_a_name_and_its_endings_say_what_it_is(string text, params string[] expected) => Assert.Equal(expected, new Reading(text).Mentions);

    [Theory]
    [InlineData("Vitrosol said on Monday that it would sell. Analysts expect more of Vitrosol.", "Organization Vitrosol", "Organization Vitrosol")]
    [InlineData("Bramo left the hall. Shares of Bramo fell.", "Organization Bramo", "Organization Bramo")]
    [InlineData("The crew of the Blue Heron waited. The Blue Heron had no fuel.", "Vessel Blue Heron", "Vessel Blue Heron")]
    [InlineData("Marlos, a state oil company, closed. Later Marlos opened again.", "Organization Marlos", "Organization Marlos")]
    [InlineData("De woordvoerder van Kelderman zweeg. Volgens Kelderman is het klaar.", "Organization Kelderman", "Organization Kelderman")]
    [InlineData("Dün Mervan'ın genel müdürü konuştu; bugün Mervan sustu.", "Organization Mervan", "Organization Mervan")]
    [InlineData("Maria Keller (Freie Alternative) sprach am Montag mit dem Rat.", "Person Maria Keller", "Organization Freie Alternative")]
    public void Words_around_one_place_decide_for_every_place_of_the_name(string text, params string[] expected) => Assert.Equal(expected, new Reading(text).Mentions);

    [Theory]
    [InlineData("Members of the Iraqi Farmers' Union and the Committee to Protect Rivers came.", "Organization Iraqi Farmers' Union", "Organization Committee to Protect Rivers")]
    [InlineData("The 12th Brigade left New Delhi for Port Sudan.", "Organization 12th Brigade", "Place New Delhi", "Place Port Sudan")]
    [InlineData("VALLETTA, 5 March 2020 - The talks are over.", "Place VALLETTA")]
    [InlineData("Gisteren sprak Vermeer-topman Jan Bakker met de Partij voor Toekomst.", "Organization Vermeer", "Person Jan Bakker", "Organization Partij voor Toekomst")]
    [InlineData("Der Chef Peter Brandl kam spät. Brandls Anwalt kam nicht.", "Person Peter Brandl", "Person Brandl")]
    public void A_name_goes_as_far_as_its_words_belong_together(string text, params string[] expected) => Assert.Equal(expected, new Reading(text).Mentions);

    [Fact]
    public void A_line_in_capitals_is_read_as_it_would_stand_in_running_text()
        => Assert.Equal(["Organization LAKE CHAD BASIN COMMISSION", "Place LA PAZ"], new Reading("LAKE CHAD BASIN COMMISSION MEETS IN LA PAZ").Mentions);

    [Fact]
    public void The_tagger_names_what_no_rule_knows()
        => Assert.Contains("Person Redmondo", new Reading("Spokesmen say that in his speech, Redmondo criticized the attacks on relief groups.").Mentions);

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
