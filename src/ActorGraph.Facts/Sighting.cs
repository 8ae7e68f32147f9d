namespace ActorGraph.Facts;

public enum ActorType { Person, Organization, Country, Place, Vessel }

/// <summary>An actor or a place as one article tells it: all its mentions there, linked.</summary>
/// <param name="Id"><c>article id#s number</c>; the same for the same text and extraction version.</param>
/// <param name="Name">The fullest form the article uses.</param>
/// <param name="Names">Every distinct form, ordinal order.</param>
/// <param name="Mentions">In text order; never empty.</param>
/// <param name="Iso2">Of a country, and of a place or an actor whose country the article states; else null.</param>
/// <param name="Descriptions">What the article calls it besides names ("intelligence chief"), ordinal order.</param>
public sealed record Sighting(string Id, string ArticleId, ActorType Type, string Name, IReadOnlyList<string> Names,
    IReadOnlyList<Mention> Mentions, string? Iso2, IReadOnlyList<string> Descriptions);

/// <summary>One stretch of text that names an actor, without titles and possessives.</summary>
/// <param name="IsBoilerplate">In a link list, navigation or credit: it may be counted, it never becomes a fact.</param>
/// <param name="Rule">What found it, for explaining; a graph does not keep it.</param>
public sealed record Mention(TextSpan Span, bool IsBoilerplate, string? Rule = null);
