using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Who is quoted for a sentence.</summary>
internal static partial class Speakers
{
    /// <summary>Sighting id of the actor that says it, null where the article itself tells it.</summary>
    public static string? Of(AnnotatedText text, Sentence sentence)
    {
        const int HowFar = 60;
        foreach (var mention in text.MentionsIn(sentence.Span).Where(mention => mention.Type is ActorType.Person or ActorType.Organization))
        {
            var after = text.Text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + HowFar)];
            var before = text.Text[Math.Max(sentence.Span.Start, mention.Span.Start - HowFar)..mention.Span.Start];
            if (Says().IsMatch(after) || SaidBy().IsMatch(before)) return text.SightingAt[mention.Span];
        }

        return null;
    }

    /// <summary>"Minister Keller: …", "Keller (Green Party): …": who speaks in a line.</summary>
    public static string? OfLine(AnnotatedText text, Sentence sentence)
    {
        const int Longest = 90;
        var start = text.Text.LastIndexOf('\n', Math.Max(0, sentence.Span.Start - 1)) + 1;
        var colon = text.Text.IndexOf(':', start, Math.Min(Longest, text.Text.Length - start));
        if (colon < 0 || colon > sentence.Span.End) return null;
        if (text.Text[start..colon] is var label && label.Length > 2 && label.All(c => char.IsUpper(c) || c is ' ' or '-' or '.')) return InCapitals(text, sentence, label);
        if (text.MentionsIn(new TextSpan(start, colon)).FirstOrDefault(mention => mention.Type == ActorType.Person) is not { } name) return null;
        var between = text.Text[name.Span.End..colon].Trim();
        return between.Length == 0 || between[0] == '(' && between[^1] == ')' ? text.SightingAt[name.Span] : null;
    }

    /// <summary>"KELLER: …": the only one whom the article names so.</summary>
    private static string? InCapitals(AnnotatedText text, Sentence sentence, string label)
    {
        var article = text.ArticleAt(sentence.Span.Start);
        var named = text.Sightings.Where(sighting => sighting.Type == ActorType.Person && sighting.ArticleId == article.Id && (" " + sighting.Name.ToUpperInvariant()).EndsWith(" " + label, StringComparison.Ordinal)).Take(2).ToList();
        return named.Count == 1 ? named[0].Id : null;
    }

    /// <summary>In an interview the person who answers: the first one named.</summary>
    public static string? Interviewed(AnnotatedText text) => text.Lines.Any(line => Answer().IsMatch(text.Text.AsSpan(line.Span.Start, Math.Min(5, line.Span.Length))))
        && text.Mentions.FirstOrDefault(mention => mention.Type == ActorType.Person && !mention.IsBoilerplate) is { } asked ? text.SightingAt[asked.Span] : null;

    [GeneratedRegex("^(?:A|Q|A\\.|Q\\.|V|R|F|P|S|C): ")]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(?: Monday| on \w+)?,? (?:said|says|told|recalled|recalls|added|stated|announced|reported|zei|zegt|meldde|sagte|erklärte|a déclaré|dijo|açıkladı)\b")]
    private static partial Regex Says();

    [GeneratedRegex(@"(?:\bsaid|according to|says|recalled|recalls|added|replied|zei|zegt|sagte|sagt|dijo|dice|explique|déclare|aldus|volgens|selon|según|laut)(?: [\p{L}.-]+){0,5} $", RegexOptions.IgnoreCase)]
    private static partial Regex SaidBy();
}
