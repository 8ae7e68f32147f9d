using System.Runtime.CompilerServices;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Mentions;

/// <param name="Name">The mention's words, single spaces between them.</param>
/// <param name="Iso2">Country code, where the name is a country's or the place lies in one.</param>
/// <param name="IsDemonym">"Turkish" for Türkiye.</param>
/// <param name="Title">Office words right before the name ("Foreign Minister"), else null.</param>
/// <param name="Rule">The method that found it.</param>
public sealed record NameMention(TextSpan Span, ActorType Type, string Name, string? Iso2, bool IsDemonym, TextSpan? Title, bool IsBoilerplate, [CallerMemberName] string Rule = "")
{
    public bool IsActor => Type is ActorType.Person or ActorType.Organization || Type == ActorType.Country && !IsDemonym;
}
