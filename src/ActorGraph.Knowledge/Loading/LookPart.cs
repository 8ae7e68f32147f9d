using System.Text.Encodings.Web;
using System.Text.Json;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <param name="Actor">Id of the actor or place that it belongs to.</param>
internal sealed record HeldLook(Look Look, string Actor);

/// <summary>Looks as nodes, and back: what is counted stands in one property, as JSON. Those of one word are found by it.</summary>
internal static class LookPart
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static GraphPart Of(HeldLook held)
    {
        var look = held.Look;
        var node = new PartNode(["Look"], look.Key, Words.Given(("id", look.Key), ("actor", held.Actor), ("type", Words.Of(look.Type)), ("iso2", look.Iso2), ("name", look.Name), ("names", look.Names),
            ("first", look.First), ("since", Words.Of(look.Since)), ("sightings", look.Sightings), ("tally", JsonSerializer.Serialize(look.Tally, Json))));
        var keys = ShortKeys(look).ToList();
        return new([node, .. keys.Select(key => new PartNode(["NameKey"], key, Words.Given(("key", key))))], keys.Select(key => ResolvedPart.Link("KNOWN_AS", new("Look", look.Key), new("NameKey", key))).ToList());
    }

    public static HeldLook Read(GraphNode node)
    {
        var properties = node.Properties;
        return new(new((string)properties["id"]!, Words.To<ActorType>((string)properties["type"]!), (string?)properties.GetValueOrDefault("iso2"), (string)properties["name"]!, Statements.Texts(properties["names"]),
            (string)properties["first"]!, Words.ToDay((string?)properties.GetValueOrDefault("since")), (int)(long)properties["sightings"]!, Ordinal(JsonSerializer.Deserialize<LookTally>((string)properties["tally"]!, Json)!)), (string)properties["actor"]!);
    }

    /// <summary>Under which keys a person called by one word is found.</summary>
    public static IEnumerable<string> ShortKeys(Look look) => look.IsShortForm ? look.Words.SelectMany(NameKeys.OfWord).Distinct().Select(ShortKey) : [];

    public static string ShortKey(string key) => "~" + key;

    private static LookTally Ordinal(LookTally tally) => new(Ordinal(tally.AsName), Ordinal(tally.Forms), Ordinal(tally.Times), Ordinal(tally.Apart), Ordinal(tally.Dealt), Ordinal(tally.Company));

    private static SortedDictionary<string, int> Ordinal(SortedDictionary<string, int> read) => new(read, StringComparer.Ordinal);
}
