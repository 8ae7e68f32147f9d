using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Looks that are one actor, and what they say of it together.</summary>
/// <param name="Called">How often the texts call it by its name, then by each alias; spellings that differ only in marks count together.</param>
internal sealed record ActorGroup(string Id, ActorType Type, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<int> Called, string? Iso2, IReadOnlyList<Look> Looks)
{
    public static ActorGroup Of(IEnumerable<Look> looks)
    {
        var ordered = looks.Order(Look.ByFirst).ToList();
        var type = ordered[0].Type;
        var names = ordered.SelectMany(look => look.Tally.AsName).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).Select(group => (Name: group.Key, Times: group.Sum()));
        var name = names.OrderByDescending(n => type == ActorType.Person && NameComparison.Telling(n.Name, type).Count > 1)
            .ThenByDescending(n => n.Times).ThenByDescending(n => n.Name.Length).ThenBy(n => n.Name, StringComparer.Ordinal).First().Name;
        var iso = ordered.Select(look => look.Iso2).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        if (type == ActorType.Country && iso is not null) name = CountryNames.Of(iso) ?? name;
        var aliases = ordered.SelectMany(look => look.Tally.Forms.Keys).Where(form => form != name).Distinct().Order(StringComparer.Ordinal).ToList();
        var times = ordered.SelectMany(look => look.Tally.Times).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(), StringComparer.Ordinal);
        return new(ActorIds.OfLook(ordered[0]), type, name, aliases, aliases.Prepend(name).Select(form => times.GetValueOrDefault(NameText.Fold(form))).ToList(), iso, ordered);
    }
}
