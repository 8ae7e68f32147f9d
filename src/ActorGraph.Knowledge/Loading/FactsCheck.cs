using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;

namespace ActorGraph.Knowledge.Loading;

/// <summary>Whether what a document is said to say holds together; what does not is refused before anything is written.</summary>
internal static class FactsCheck
{
    /// <returns>What is wrong, in a sentence; null where nothing is.</returns>
    public static string? Problem(DocumentFacts facts)
    {
        var (id, text) = (facts.Document.Id, facts.Document.Text);
        var articles = facts.Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var sightings = facts.Sightings.Select(sighting => sighting.Id).ToHashSet(StringComparer.Ordinal);
        if (articles.Count < facts.Articles.Count || sightings.Count < facts.Sightings.Count || facts.Evidence.DistinctBy(e => e.Id).Count() < facts.Evidence.Count) return $"{id} gives one id to two things.";
        if (facts.Articles.Any(article => ShortForms.DocumentOf(article.Id) != id)) return $"{id} has an article that is not its own.";
        if (facts.Sightings.Select(s => s.ArticleId).Concat(facts.Evidence.Select(e => e.ArticleId)).FirstOrDefault(article => !articles.Contains(article)) is { } nowhere) return $"{id} speaks of an article '{nowhere}' that it does not have.";
        if (facts.Sightings.SelectMany(s => s.Mentions.Select(m => m.Span)).Concat(facts.Evidence.Select(e => e.Span)).Any(span => span.Start < 0 || span.End < span.Start || span.End > text.Length)) return $"{id} points at characters that it does not have.";
        var meetings = facts.Evidence.OfType<MeetingEvidence>().ToList();
        if (meetings.Find(meeting => meeting.About.Any(span => span.Start < meeting.Span.Start || span.End < span.Start || span.End > meeting.Span.End)) is { } elsewhere) return $"{id} says what {elsewhere.Id} was about with words outside its sentence.";
        var told = meetings.Select(meeting => meeting.Id).ToHashSet(StringComparer.Ordinal);
        if (meetings.SelectMany(meeting => meeting.Before).FirstOrDefault(later => !told.Contains(later)) is { } never) return $"{id} tells what came before a meeting '{never}' that it does not have.";
        return facts.Evidence.SelectMany(e => new Told(e, "", null).Sightings).FirstOrDefault(sighting => !sightings.Contains(sighting)) is { } nobody ? $"{id} tells of a sighting '{nobody}' that it does not have." : null;
    }
}
