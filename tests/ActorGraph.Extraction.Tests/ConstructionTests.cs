using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests;

/// <summary>One made-up sentence for each way of telling a meeting, a family tie or a relation.</summary>
public class ConstructionTests
{
    [Theory]
    [InlineData("Carlos Mendez was joined by Ana Torres at a press conference in Lima.", MeetingKind.PressConference, MeetingStatus.Occurred)]
    [InlineData("A meeting took place on 4 June 2021 in Lima between Carlos Mendez and Ana Torres.", MeetingKind.Meeting, MeetingStatus.Occurred)]
    [InlineData("Carlos Mendez and Ana Torres signed a memorandum of understanding in Lima.", MeetingKind.Signing, MeetingStatus.Occurred)]
    [InlineData("Carlos Mendez called Ana Torres on Monday to discuss the border.", MeetingKind.Call, MeetingStatus.Occurred)]
    [InlineData("Carlos Mendez spoke to rebel leader Ana Torres by phone.", MeetingKind.Call, MeetingStatus.Occurred)]
    [InlineData("Carlos Mendez has denied meeting Ana Torres in Lima.", MeetingKind.Meeting, MeetingStatus.Denied)]
    [InlineData("Carlos Mendez discussed trade with Ana Torres during talks in Lima.", MeetingKind.Meeting, MeetingStatus.Occurred)]
    [InlineData("Talks in Geneva brought together Carlos Mendez and Ana Torres.", MeetingKind.Meeting, MeetingStatus.Occurred)]
    [InlineData("Le ministre péruvien des Affaires étrangères, Carlos Mendez, s'est entretenu mardi à Paris avec la ministre de la Défense du Chili, Ana Torres.", MeetingKind.Meeting, MeetingStatus.Occurred)]
    [InlineData("Carlos Mendez doit rencontrer Ana Torres la semaine prochaine à Lima.", MeetingKind.Meeting, MeetingStatus.Planned)]
    [InlineData("Carlos Mendez a nié avoir rencontré Ana Torres à Paris dans le passé.", MeetingKind.Meeting, MeetingStatus.Denied)]
    [InlineData("El presidente de Colombia, Carlos Mendez, recibió este martes en Bogotá a la ministra de Defensa de Chile, Ana Torres.", MeetingKind.Meeting, MeetingStatus.Occurred)]
    [InlineData("Carlos Mendez sostuvo un encuentro con Ana Torres en Quito el lunes.", MeetingKind.Meeting, MeetingStatus.Occurred)]
    [InlineData("Carlos Mendez conversó por teléfono con Ana Torres el lunes.", MeetingKind.Call, MeetingStatus.Occurred)]
    public void A_meeting_is_told_in_many_ways(string text, MeetingKind kind, MeetingStatus status)
    {
        var reading = new Reading(text);
        var meeting = Assert.Single(reading.Meetings);
        Assert.Equal((kind, status, "Ana Torres, Carlos Mendez"), (meeting.Kind, meeting.Status, reading.Who(meeting)));
    }

    [Theory]
    [InlineData("Ministers of Colombia and Peru met in Quito.", "Colombia, Peru")]
    [InlineData("The foreign ministers of Kenya, Uganda and Rwanda met in Nairobi on 5 May 2020.", "Kenya, Rwanda, Uganda")]
    [InlineData("Carlos Mendez led a delegation that met with officials of the World Bank in Washington.", "Carlos Mendez, World Bank")]
    public void Ministers_without_a_name_stand_for_their_states(string text, string expected)
    {
        var reading = new Reading(text);
        Assert.Equal(expected, reading.Who(Assert.Single(reading.Meetings)));
    }

    [Fact]
    public void A_visit_told_by_a_noun_is_the_visitors()
    {
        var reading = new Reading("The talks followed the recent visit by Carlos Mendez to Lima.");
        Assert.Equal(("Carlos Mendez", "Lima", MeetingKind.Visit), (reading.Who(Assert.Single(reading.Meetings)), reading.Where(reading.Meetings[0]), reading.Meetings[0].Kind));
    }

    [Fact]
    public void A_full_date_is_not_read_as_its_month()
        => Assert.Equal(new DateOnly(2022, 5, 4), Assert.Single(new Reading("On 4 May 2022, after a long delay in which nothing happened, Carlos Mendez met Ana Torres.").Meetings).When.Earliest);

    [Theory]
    [InlineData("Pablo Mendez, son of the late president Carlos Mendez, and his sister Rosa Mendez came.", "Pablo Mendez son_of Carlos Mendez,Rosa Mendez sister_of Pablo Mendez")]
    [InlineData("Carlos Mendez married Rosa Diaz in 1970; their daughter Elena became a judge.", "Carlos Mendez spouse_of Rosa Diaz,Elena daughter_of Carlos Mendez,Elena daughter_of Rosa Diaz")]
    [InlineData("Luis Vega, the brother-in-law of Carlos Mendez, left.", "Luis Vega brother_in_law_of Carlos Mendez")]
    [InlineData("President Carlos Mendez slept. The president's sister, Rosa Diaz, did not.", "Rosa Diaz sister_of Carlos Mendez")]
    [InlineData("Annelies Bakker is de zus van Joost. Hun vader Kees Bakker was de eerste directeur van het bedrijf.", "Annelies Bakker sister_of Joost,Kees Bakker father_of Annelies Bakker,Kees Bakker father_of Joost")]
    [InlineData("Ana Torres, l'épouse du président Carlos Mendez, est arrivée dans la ville.", "Ana Torres spouse_of Carlos Mendez")]
    public void Family_is_told_in_many_ways(string text, string expected) => Assert.Equal(expected.Split(','), new Reading(text).Family.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Andes Mining Group, a subsidiary of Global Metals Group, is based in Lima.", "Andes Mining Group BasedIn Lima,Andes Mining Group PartOf Global Metals Group")]
    [InlineData("The Free Army of the North is backed by Chile.", "Chile Supports Free Army of the North")]
    [InlineData("The Free Army of the North is a member of the National Front.", "Free Army of the North MemberOf National Front")]
    [InlineData("Kenya has sent thousands of troops and foreign mercenaries from abroad to Somalia.", "Kenya DeployedIn Somalia")]
    public void Verbs_and_nouns_tell_relations_and_their_direction(string text, string expected) => Assert.Equal(expected.Split(','), new Reading(text).Relations.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Luis Vega, the brother-in-law of Carlos Mendez, was head of the Lima Police Department.", "Luis Vega: head of Lima Police Department")]
    [InlineData("Luis Vega succeeded Ana Torres as minister of finance of Peru in 2015.", "Luis Vega: minister of finance of Peru")]
    [InlineData("Viktor Vega, 61, a former director of Andes Shipping Ltd, left.", "Viktor Vega: director of Andes Shipping Ltd")]
    [InlineData("Luis Vega leads the Movement of Free Farmers.", "Luis Vega: leader of Movement of Free Farmers")]
    [InlineData("Le président colombien Carlos Mendez a reçu des élèves dans la ville.", "Carlos Mendez: président of colombien")]
    [InlineData("El canciller peruano, Luis Vega, se reunió con la prensa en la ciudad.", "Luis Vega: canciller of peruano")]
    [InlineData("The Peruvian Workers Union was pleased. \"It is late,\" said spokeswoman Ana Torres.", "Ana Torres: spokeswoman of Peruvian Workers Union")]
    public void Offices_are_told_in_many_ways(string text, string expected) => Assert.Contains(expected, new Reading(text).Offices);

    [Fact]
    public void A_lists_last_lines_are_read_like_its_first()
        => Assert.Equal(6, new Reading("LIST\n\n1. REPUBLIC OF PERU\nH.E. General Luis Vega Rojas, President, head of delegation\nMs Ana Torres Diaz, Minister of Ports\n\n2. REPUBLIC OF CHILE\nHon. Rosa Elena Mendez, Cabinet Secretary for Foreign Affairs\nHon. Pablo Ibarra, acting Minister of State\n\nOBSERVERS\nAfrican Union: H.E. Mr Omar Sylla Diallo, Chairperson\nEuropean Union: Ms Anna Berg, Special Representative\n").Offices.Count());
}
