using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who is quoted for a sentence.</summary>
internal static partial class Speakers
{
    /// <summary>Sighting id of the actor that says it, null where the article itself tells it.</summary>
    public static string? Of(AnnotatedText text, Sentence sentence, IReadOnlyList<NameMention> mentions)
    {
        foreach (var mention in mentions.Where(mention => mention.Type is ActorType.Person or ActorType.Organization))
        {
            var after = text.Text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + 30)];
            var before = text.Text[Math.Max(sentence.Span.Start, mention.Span.Start - 30)..mention.Span.Start];
            if (Says().IsMatch(after) || SaidBy().IsMatch(before)) return text.SightingAt[mention.Span];
        }

        return null;
    }

    [GeneratedRegex(@"^(?: Monday| on \w+)?,? (?:said|says|told|stated|announced|reported|zei|zegt|meldde|sagte|erklärte|a déclaré|dijo|açıkladı)\b")]
    private static partial Regex Says();

    [GeneratedRegex(@"(?:\bsaid|according to|aldus|volgens|selon|según|laut)(?: the| het| de)? $", RegexOptions.IgnoreCase)]
    private static partial Regex SaidBy();
}
