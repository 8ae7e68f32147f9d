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
        => Mention(text, sentence, mentions) is { } mention ? text.SightingAt[mention.Span] : null;

    /// <summary>Where the sentence names who says it.</summary>
    public static NameMention? Mention(AnnotatedText text, Sentence sentence, IReadOnlyList<NameMention> mentions)
    {
        const int HowFar = 60;
        foreach (var mention in mentions.Where(mention => mention.Type is ActorType.Person or ActorType.Organization))
        {
            var after = text.Text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + HowFar)];
            var before = text.Text[Math.Max(sentence.Span.Start, mention.Span.Start - HowFar)..mention.Span.Start];
            if (Says().IsMatch(after) || SaidBy().IsMatch(before)) return mention;
        }

        return null;
    }

    [GeneratedRegex(@"^(?: Monday| on \w+)?,? (?:said|says|told|recalled|recalls|added|stated|announced|reported|zei|zegt|meldde|sagte|erklärte|a déclaré|dijo|açıkladı)\b")]
    private static partial Regex Says();

    [GeneratedRegex(@"(?:\bsaid|according to|says|recalled|recalls|added|replied|zei|zegt|sagte|sagt|dijo|dice|explique|déclare|aldus|volgens|selon|según|laut)(?: [\p{L}.-]+){0,5} $", RegexOptions.IgnoreCase)]
    private static partial Regex SaidBy();
}
