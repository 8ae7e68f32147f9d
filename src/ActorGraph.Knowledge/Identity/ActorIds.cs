using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>The id an actor has when this sighting is its smallest member: an old link finds its holder by it.</summary>
internal static class ActorIds
{
    public static string Of(Sighting sighting) => sighting is { Type: ActorType.Country, Iso2: { } iso } ? "country:" + iso.ToLowerInvariant()
        : Ids.Readable(sighting.Type.ToString().ToLowerInvariant(), sighting.Name, sighting.Id);
}
