using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>What a name does in its sentence: it acts, it keeps somebody company, or it only says whose or where something is.</summary>
internal enum Standing { Acts, Accompanies, Tells }

/// <param name="Sighting">Who it is; of an unnamed side the state or organization that it stands for.</param>
/// <param name="First">Index of the first token of the phrase, title and article included; -1 for one of another sentence.</param>
/// <param name="Last">Index of its last one.</param>
/// <param name="Slot">What leads to it: a preposition's class, none for a subject or an object, Owner for "Keller's".</param>
/// <param name="OnBehalfOf">Sighting of the organization or country that the phrase names him for.</param>
/// <param name="IsUnnamed">Whether a description stands for it: "Austrian officials", "the minister".</param>
internal sealed record Party(string Sighting, ActorType Type, int First, int Last, WordClass Slot, Standing Standing, string? OnBehalfOf, bool IsUnnamed);

/// <summary>Parties that a list names together: "Keller and the ministers of Peru and Chile".</summary>
internal sealed record Side(IReadOnlyList<Party> Parties, WordClass Slot, int Clause)
{
    public int First => Parties[0].First;

    public int Last => Parties[^1].Last;

    public bool HasPerson => Parties.Any(party => party.Type == ActorType.Person || party.IsUnnamed);
}
