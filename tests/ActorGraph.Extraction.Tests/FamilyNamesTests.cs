namespace ActorGraph.Extraction.Tests;

/// <summary>Of several who share a surname: who is meant by it alone, and whose relative "his" makes one of them.</summary>
public class FamilyNamesTests
{
    [Theory]
    [InlineData("Anna Keller left with her husband, Peter Keller. Keller spoke on Monday. Kenya's Keller won.", "Anna Keller", 3)]
    [InlineData("Keller was born in Lima to Moritz Keller, a clerk, and Rosa Diaz. Keller studied law. Anna Keller died on Monday.", "Anna Keller", 3)]
    [InlineData("Anna Bakker, wier vader Kees Bakker burgemeester was, vertrok. Bakker zweeg maandag.", "Anna Bakker", 2)]
    [InlineData("Anna Keller reiste in Begleitung ihrer Tochter, der Unternehmerin Maria Keller. Keller schwieg.", "Anna Keller", 2)]
    public void A_relative_introduced_by_the_full_name_does_not_take_the_surname_over(string text, string name, int mentions)
        => Assert.Equal(mentions, new Reading(text).Facts.Sightings.Single(sighting => sighting.Name == name).Mentions.Count);

    [Theory]
    [InlineData("La viceministra de Hacienda, Rosa Vega Torres, habló con Marta Torres. La señora Torres calló.", "Marta Torres", 2)]
    [InlineData("La ministra de Hacienda, Rosa Vega Torres, habló con Marta Torres. La señora Vega calló.", "Rosa Vega Torres", 2)]
    public void Who_has_two_surnames_is_called_by_the_first(string text, string name, int mentions)
        => Assert.Equal(mentions, new Reading(text).Facts.Sightings.Single(sighting => sighting.Name == name).Mentions.Count);

    [Fact]
    public void An_office_told_behind_the_name_says_who_is_meant_by_it()
        => Assert.Equal(2, new Reading("The minister, Rosa Keller, spoke. Maria Keller, the director, left. Director Keller was late.").Facts.Sightings.Single(sighting => sighting.Name == "Maria Keller").Mentions.Count);

    [Fact]
    public void Mrs_Keller_is_the_wife_who_was_introduced()
        => Assert.Equal(2, new Reading("Peter Keller came with his wife Anna Keller. Mrs Keller spoke on Monday.").Facts.Sightings.Single(sighting => sighting.Name == "Anna Keller").Mentions.Count);

    [Theory]
    [InlineData("Anna Keller arrived. President Carlos Mendez received her in Lima. With her were the minister, Luis Vega, and her sister Rosa Keller.", "Rosa Keller sister_of Anna Keller")]
    [InlineData("Pieter Bakker belde met minister Jan Smit. In 1996 werd Bakker door Smit ontvangen, in gezelschap van zijn zoon, de advocaat Karel Bakker.", "Karel Bakker son_of Pieter Bakker")]
    [InlineData("Governor Musa Agbaje spoke with Senator Peter Otieno. The governor's wife, Mrs Ruth Agbaje, travelled.", "Ruth Agbaje spouse_of Musa Agbaje")]
    [InlineData("Cumhurbaşkanı Nurlan Sadıkov gelmedi. Yanında Ahmet Demir ile eşi Aygül Sadıkova vardı.", "Aygül Sadıkova spouse_of Nurlan Sadıkov")]
    public void Who_shares_the_surname_is_whose_relative_it_is(string text, string expected) => Assert.Equal(expected, string.Join("; ", new Reading(text).Family));

    [Theory]
    [InlineData("Anna Keller was born in Lima to Moritz Vogel, a customs clerk, and Rosa Diaz, a trader.", "Anna Keller child_of Moritz Vogel; Anna Keller child_of Rosa Diaz")]
    [InlineData("Anna Bakker werd geboren in Leiden, als dochter van huisarts Kees Bakker en lerares Maria Smit.", "Anna Bakker daughter_of Kees Bakker; Anna Bakker daughter_of Maria Smit")]
    [InlineData("She met Peter Novak, whom Anna Keller married in 1967. He died in 2009. Their son, Karl Novak, is a doctor.", "Anna Keller spouse_of Peter Novak; Karl Novak son_of Anna Keller; Karl Novak son_of Peter Novak")]
    [InlineData("Anna Keller was born in 1938, the daughter of a lighthouse keeper, Johan Keller.", "Anna Keller daughter_of Johan Keller")]
    [InlineData("Anna Keller ist mit dem kenianischen Botschafter in Berlin, Peter Otieno, verheiratet.", "Anna Keller spouse_of Peter Otieno")]
    public void Both_of_two_parents_are_told(string text, string expected) => Assert.Equal(expected.Split("; ").Order(StringComparer.Ordinal), new Reading(text).Family.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("La presidenta de Perú, Ana Torres, habló. Pablo Vega, hijo de la presidenta de Chile, Rosa Diaz, calló.", "Pablo Vega son_of Rosa Diaz")]
    [InlineData("El presidente de Perú, Pedro Torres, habló. Pablo Vega, hijo del presidente de Chile, calló.", "")]
    [InlineData("Antes del arresto de su hijo, Pablo Vega, exjefe de la campaña, había hablado.", "")]
    [InlineData("Kenyan President Moses Otieno spoke. Peter Otieno, one of the president's three brothers, was arrested.", "Peter Otieno brother_of Moses Otieno")]
    [InlineData("Moses Otieno and Karim Otieno voted. A judge barred Samuel, an old friend, and Peter Otieno, one of his four sons, from leaving.", "Peter Otieno son_of Moses Otieno")]
    public void Whose_relative_it_is_must_fit_all_words(string text, string expected) => Assert.Equal(expected, string.Join("; ", new Reading(text).Family));
}
