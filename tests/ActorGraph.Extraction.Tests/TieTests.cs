namespace ActorGraph.Extraction.Tests;

public class TieTests
{
    [Theory]
    [InlineData("Turkish Defence Minister Ahmet Yilmaz spoke.", "Ahmet Yilmaz: defence minister of Turkish")]
    [InlineData("Bulgaria's energy minister, Peter Novak, spoke.", "Peter Novak: energy minister of Bulgaria")]
    [InlineData("Peter Novak, the head of the Libyan National Army, spoke.", "Peter Novak: head of Libyan National Army")]
    [InlineData("The governor of Nairobi, Peter Novak, spoke.", "Peter Novak: governor of Nairobi")]
    [InlineData("Peter Novak, the Turkish ambassador to Libya, spoke.", "Peter Novak: ambassador of Turkish")]
    [InlineData("De minister van Defensie van Turkije, Ahmet Yilmaz, sprak.", "Ahmet Yilmaz: minister van defensie of Turkije")]
    public void An_office_is_read_wherever_it_stands_around_the_name(string text, string expected) => Assert.Contains(expected, new Reading(text).Offices);

    [Fact]
    public void Delegates_stand_for_the_state_that_heads_their_list()
        => Assert.Equal(["Peter Novak: minister of foreign affairs of Kenya"], new Reading("LIST\n\n1. REPUBLIC OF KENYA\nH.E. Mr Peter Novak, Minister of Foreign Affairs\n").Offices);

    [Fact]
    public void An_ambassador_is_posted_to_the_host() => Assert.Contains("Peter Novak PostedTo Libya", new Reading("Peter Novak, the Turkish ambassador to Libya, spoke.").Relations);

    [Fact]
    public void Everyone_in_a_list_supports() => Assert.Equal(["Egypt Supports Libyan National Army", "France Supports Libyan National Army"],
        new Reading("Rivals like Egypt and France, all of whom have supported the Libyan National Army, protested.").Relations.Order(StringComparer.Ordinal));

    [Fact]
    public void Who_is_quoted_for_an_office_or_a_family_tie_is_kept()
    {
        var reading = new Reading("Ruth Wanjiru said Peter Otieno was the head of the Coastal Bank. Ruth Wanjiru said Peter Otieno was a brother of Moses Otieno.");
        var speaker = reading.Facts.Sightings.Single(sighting => sighting.Name == "Ruth Wanjiru").Id;
        Assert.Equal([speaker, speaker], reading.Facts.Evidence.Where(evidence => evidence is Facts.OfficeEvidence or Facts.FamilyEvidence).Select(evidence => evidence.SaidBy));
    }
}
