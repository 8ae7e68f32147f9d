using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>The id an actor has when this sighting is its first member: an old link finds its holder by it.</summary>
internal static class ActorIds
{
    public static string Of(Sighting sighting) => Of(sighting.Type, sighting.Iso2, sighting.Name, sighting.Id);

    public static string OfLook(Look look) => Of(look.Type, look.Iso2, look.Name, look.First);

    private static string Of(ActorType type, string? iso2, string name, string sighting) => type == ActorType.Country && iso2 is not null ? "country:" + iso2.ToLowerInvariant()
        : Ids.Readable(type.ToString().ToLowerInvariant(), name, sighting);
}
