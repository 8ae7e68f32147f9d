using System.Text.RegularExpressions;
using ActorGraph.Extraction.Mentions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>Where a meeting was held, narrowest first: venue, town, and the country if the article names it.</summary>
internal static partial class Places
{
    private const int FarthestGoal = 60;

    public static List<string> Of(AnnotatedText text, Sentence sentence, Article article, IReadOnlyList<NameMention> mentions, TextSpan trigger, bool isVisit)
    {
        var held = mentions.Where(mention => mention is { Type: ActorType.Place } || isVisit && mention.Type == ActorType.Vessel || mention is { Type: ActorType.Country, IsDemonym: false })
            .Where(mention => isVisit && mention.Span.Start >= trigger.End && mention.Span.Start - trigger.End < FarthestGoal && !OfPerson(text, mention, sentence) || isVisit && sentence.Language == "tr" && mention.Span.End <= trigger.Start && TurkishGoal().IsMatch(text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + 4)]) || IsLocated(text, sentence, mention))
            .OrderBy(mention => mention.Type == ActorType.Country && !isVisit || mention.Type == ActorType.Vessel).ThenBy(mention => mention.Span.Start >= trigger.End ? mention.Span.Start - trigger.End : trigger.Start - mention.Span.End + FarthestGoal).ToList();
        if (held.Count == 0) return [];
        var places = new List<string> { text.SightingAt[held[0].Span] };
        var iso = held[0].Iso2;
        // A venue's town stands beside it: "at Baabda Palace in Beirut".
        foreach (var other in held.Skip(1).Where(other => other.Type == ActorType.Place && Math.Abs(other.Span.Start - held[0].Span.End) < 12))
        {
            if (!places.Contains(text.SightingAt[other.Span])) places.Add(text.SightingAt[other.Span]);
            iso ??= other.Iso2;
        }

        var town = held[0].Name.Split(' ').Select(word => text.Sightings.FirstOrDefault(s => s.ArticleId == article.Id && s.Type == ActorType.Place && s.Name == word && s.Id != places[0])).FirstOrDefault(s => s is not null);
        if (town is not null && !places.Contains(town.Id)) places.Add(town.Id);
        iso ??= town?.Iso2;
        var country = text.Sightings.FirstOrDefault(s => s.ArticleId == article.Id && s.Type == ActorType.Country && s.Iso2 == iso);
        if (iso is not null && country is not null && !places.Contains(country.Id)) places.Add(country.Id);
        return places;
    }

    private static bool IsLocated(AnnotatedText text, Sentence sentence, NameMention mention)
    {
        var lead = text.Text[Math.Max(sentence.Span.Start, mention.Span.Start - 30)..mention.Span.Start];
        if (Dateline().IsMatch(text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + 4)]) && mention.Span.Start == sentence.Span.Start) return false;
        if (Locative().IsMatch(lead)) return !Title().IsMatch(lead);
        return sentence.Language == "tr" && TurkishLocative().IsMatch(text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + 5)]);
    }

    private static bool OfPerson(AnnotatedText text, NameMention mention, Sentence sentence) => PossessiveAfter().IsMatch(text.Text[mention.Span.End..Math.Min(sentence.Span.End, mention.Span.End + 3)]) && mention.Type == ActorType.Country;

    [GeneratedRegex(@"\b(?:in|at|te|aan|à|au|en|im|bei|inside|aboard|near)(?: the| de| het| den| la| el| der| dem| haven van| de haven van)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Locative();

    [GeneratedRegex(@"\b(?:ambassador|ambassadeur|embassy|consul|consul general|envoy|mission|troops|forces|war|conflict|situation) in $", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex("^['’][dt][ae]")]
    private static partial Regex TurkishLocative();

    [GeneratedRegex("^['’][yniıeauü]")]
    private static partial Regex TurkishGoal();

    [GeneratedRegex("^['’]s")]
    private static partial Regex PossessiveAfter();

    [GeneratedRegex(@"^(?:,| [-–—(])")]
    private static partial Regex Dateline();
}
