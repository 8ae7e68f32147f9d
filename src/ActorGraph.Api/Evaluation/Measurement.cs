using ActorGraph.Extraction;
using ActorGraph.Facts;

namespace ActorGraph.Api.Evaluation;

/// <summary>What the extraction reads in annotated documents, beside what a careful reader found in them.</summary>
/// <param name="Figures">In the order in which they are told.</param>
/// <param name="Differences">In the order of documents, what concerns all of them first.</param>
internal sealed record Measurement(int Documents, IReadOnlyList<Figure> Figures, IReadOnlyList<Difference> Differences)
{
    public static Measurement Of(IReadOnlyList<GoldDocument> gold)
    {
        var extracted = new DocumentFacts[gold.Count];
        var extractor = new FactExtractor();
        Parallel.For(0, gold.Count, i => extracted[i] = extractor.Extract(gold[i].Document));
        var facts = ReportedFacts.Of(gold.Select((document, i) => (document.Name + ".txt", extracted[i])).ToList());
        var mentions = new MentionScore(gold, facts);
        var figures = mentions.Figures().ToList();
        var names = new GoldNames(mentions.ToGold, facts, gold);
        var meetings = new MeetingScore(gold, facts, names);
        var ties = new TieScore(gold, facts, names);
        figures.AddRange([.. meetings.Figures(), .. ties.Roles(), .. ties.Family(), ties.Relations(), meetings.Negatives()]);
        var differences = mentions.Differences.Concat(meetings.Differences).Concat(ties.Differences).OrderBy(difference => difference.Document ?? "", StringComparer.Ordinal).ToList();
        return new(gold.Count, figures, differences);
    }
}
