namespace ActorGraph.Extraction.Tests;

/// <summary>Whose a minister is of whom the text says no more: only a state that alone can be meant.</summary>
public class OfficeHomeTests
{
    [Theory]
    [InlineData("Kenya and Uganda disagreed. Chancellor of the Exchequer Peter Novak spoke on Monday.", "")]
    [InlineData("Kenia und Deutschland stritten. Bundeskanzlerin Anna Keller schwieg am Montag.", "Anna Keller: bundeskanzlerin of Deutschland")]
    [InlineData("Kenia stritt mit Uganda. Bundeskanzlerin Anna Keller schwieg am Montag.", "")]
    [InlineData("Officials of Uganda and the United States met. Deputy Secretary of State Peter Novak spoke in Manila.", "Peter Novak: deputy secretary of state of United States")]
    public void An_office_of_few_states_is_that_of_the_one_which_is_named(string text, string expected) => Assert.Equal(expected, string.Join("; ", new Reading(text).Offices));

    [Theory]
    [InlineData("NAIROBI/DEN HAAG, donderdag 13 april 2023 – Kenia en Nederland zijn het eens.\nMinister Pieter Bakker vertrok maandag.", "Pieter Bakker: minister of Nederland")]
    [InlineData("Nairobi, 14. September 2023. Kenia und Uganda sind einig.\nAuch Deutschland lobte Kenia am Montag.\n\nDer Vertrag gilt lange.\nMinisterpräsident Peter Otieno schwieg.", "")]
    [InlineData("PESHAWAR: Pakistan and Afghanistan agreed on Monday.\nTrade goes on for a month.\nInterior Secretary Arshad Novak spoke.", "Arshad Novak: interior secretary of Pakistan")]
    public void The_states_of_the_dateline_and_of_the_paper_must_not_differ(string text, string expected) => Assert.Equal(expected, string.Join("; ", new Reading(text).Offices));

    [Theory]
    [InlineData("Musterlands Ministerpräsident Peter Keller ist in Prag mit dem tschechischen Umweltminister Jan Novák zusammengekommen.", "Jan Novák: umweltminister of tschechischen")]
    [InlineData("The Kenyan Foreign Minister Peter Otieno met National Security Adviser Ruth Wanjiru.", "Peter Otieno: foreign minister of Kenyan")]
    public void A_name_not_known_here_that_says_whose_it_is_keeps_other_states_out(string text, string expected) => Assert.Contains(expected, new Reading(text).Offices);

    [Theory]
    [InlineData("Anna Keller sprach mit Peter Otieno in Nairobi. Die Deutsche Bauernunion klagte. Ein Besuch lohne sich, sagte ihr Präsident Hans Vogel.", "Hans Vogel: präsident of Deutsche Bauernunion")]
    [InlineData("Der Vertrag mit der Fifa gilt, weil deren Generalsekretärin Anna Keller ihn unterschrieb.", "Anna Keller: generalsekretärin of FIFA")]
    public void A_possessive_goes_back_to_what_the_text_is_about(string text, string expected) => Assert.Contains(expected, new Reading(text).Offices);

    [Theory]
    [InlineData("Peter Novak was governor of the Bank of Lima. He was succeeded by Ruth Diaz.", "Ruth Diaz: governor of Bank of Lima")]
    [InlineData("The Union for Reform, which Peter Novak founded, voted. Anna Keller, who served under Peter Novak until 2018, is a member of the Kenyan Parliament.", "Anna Keller: member of Kenyan Parliament")]
    [InlineData("El Partido Cívico, que dirige Pedro Vega, votará en contra.", "Pedro Vega: director of Partido Cívico")]
    [InlineData("The Coastal Development Bank sent its director for South Asia, Anna Keller, to Lima.", "Anna Keller: director of Coastal Development Bank")]
    [InlineData("Ruth Wanjiru, a retired justice of the Supreme Court of Ghana, left.", "Ruth Wanjiru: justice of Supreme Court of Ghana")]
    public void Who_followed_whom_and_who_leads_what_is_told_in_clauses(string text, string expected) => Assert.Contains(expected, new Reading(text).Offices);

    [Fact]
    public void A_counterpart_named_without_a_country_is_given_none()
        => Assert.DoesNotContain(new Reading("Burgemeester Pieter Bakker van Enschede vertrok. Hij wordt er ontvangen door zijn ambtgenoot Ayşe Demir.").Offices, office => office.StartsWith("Ayşe", StringComparison.Ordinal));

    [Fact]
    public void A_capital_word_before_a_title_keeps_other_states_out()
        => Assert.DoesNotContain("Peter Novak: vice-president of Kenyan", new Reading("The Kenyan president, Ruth Wanjiru, and the Commission vice-president Peter Novak left.").Offices);

    [Theory]
    [InlineData("Russlands Präsident Iwan Nowak hat Außenminister Keller überraschend nach Moskau eingeladen.", "Keller: ")]
    [InlineData("El presidente de Bolivia, Pedro Vega, saludó al presidente electo, Luis Torres, en la ciudad.", "Luis Torres: ")]
    [InlineData("Nairobi : President Novak's special envoy Peter Otieno conferred with ministers on Saturday.", "Peter Otieno: ")]
    [InlineData("Die Lage in Kenia ist ruhig, sagten russische Soldaten am Montag.\n\nAm Abend wurde Keller von Premier Anna Vogel empfangen.", "Anna Vogel: ")]
    [InlineData("Le directeur de cabinet du président du Pérou, Paul Martin, a parlé.", "Paul Martin: président")]
    [InlineData("Peter Novak retired as chief executive of the Coastal Bank at the end of 2012. The chief executive at the end of the year, Anna Keller, left.", "Anna Keller: chief executive at")]
    public void Whom_no_word_gives_a_state_has_none(string text, string never) => Assert.DoesNotContain(new Reading(text).Offices, office => office.StartsWith(never, StringComparison.Ordinal));

    [Theory]
    [InlineData("El presidente Pedro Vega dio la bienvenida a su homólogo de Colombia, Luis Torres. México y Colombia son vecinos. México espera. En México habrá fiesta. México gana.", "Luis Torres: homólogo of Colombia")]
    [InlineData("The Coastal Bank said Anna Keller would succeed founder Peter Novak as director of the Coastal Bank.", "Anna Keller: director of Coastal Bank")]
    [InlineData("Ruth Wanjiru, chief of staff to the president of Kenya, left.", "Ruth Wanjiru: chief of staff of Kenya")]
    [InlineData("The Limpopo Water Board lost money. The board's chairperson at the time, Ruth Wanjiru, left.", "Ruth Wanjiru: chairperson of Limpopo Water Board")]
    public void What_an_office_is_part_of_is_read_through(string text, string expected) => Assert.Contains(expected, new Reading(text).Offices);

    [Theory]
    [InlineData("A faction of farmers in Kenya is led by Peter Novak.", "")]
    [InlineData("They joined the Council of Farmers, an armed group led by the former militia leader Peter Novak.", "Peter Novak: leader of Council of Farmers")]
    [InlineData("Ali Novak is the de facto ruler of Kenya.", "Ali Novak: ruler of Kenya")]
    public void Where_a_group_is_says_nothing_of_what_is_led(string text, string expected) => Assert.Equal(expected, string.Join("; ", new Reading(text).Offices));

    [Theory]
    [InlineData("Dat ook de leider van de Iraakse boerenbond, Karim Novak, kwam, is een gerucht.", "Karim Novak: leider of Iraakse")]
    [InlineData("The minister, Peter Novak, appointed Kofi Otieno ambassador to Peru.", "Peter Novak: minister of Peru")]
    public void No_state_is_taken_from_what_only_stands_near(string text, string never) => Assert.DoesNotContain(never, new Reading(text).Offices);

    [Fact]
    public void An_envoy_for_a_country_is_of_the_state_that_sends()
    {
        var reading = new Reading("Anna Keller, de Nederlandse gezant voor de wederopbouw van Oekraïne, vertrok.");
        Assert.Equal(["Anna Keller: gezant voor de wederopbouw of Nederlandse"], reading.Offices);
    }
}
