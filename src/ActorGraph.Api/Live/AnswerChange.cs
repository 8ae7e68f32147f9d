using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Api.Live;

internal enum AnswerChangeKind { First, Appeared, Replaced, Retold, Gone }

/// <summary>How the best answer to a watched question became another one.</summary>
/// <param name="Told">What changed, in words.</param>
/// <param name="Added">Steps of the best path now that were not in the one before.</param>
/// <param name="Removed">Steps of the best path before that are not in it now.</param>
/// <param name="Answer">The whole answer now; null where the graph knows one of the two no longer.</param>
internal sealed record AnswerChange(AnswerChangeKind Kind, string Told, FoundPath? Before, FoundPath? After, IReadOnlyList<PathStep> Added, IReadOnlyList<PathStep> Removed, PathAnswer? Answer)
{
    public static AnswerChange First(PathAnswer answer)
    {
        var best = Best(answer);
        return new(AnswerChangeKind.First, best is null ? "There is no path yet." : "The best path: " + Sentence(best), null, best, best?.Steps ?? [], [], answer);
    }

    /// <returns>Null where the best path is told as before.</returns>
    public static AnswerChange? Between(PathAnswer? before, PathAnswer? after)
    {
        var (was, best) = (Best(before), Best(after));
        if (was is null && best is null) return null;
        if (was is null) return new(AnswerChangeKind.Appeared, "There is a path now: " + Sentence(best!), null, best, best!.Steps, [], after);
        if (best is null) return new(AnswerChangeKind.Gone, "There is no path any more. It was: " + Sentence(was), was, null, [], was.Steps, after);
        var (added, removed) = (Without(best.Steps, was.Steps), Without(was.Steps, best.Steps));
        if (added.Count + removed.Count > 0) return new(AnswerChangeKind.Replaced, $"The best path is another one: {Sentence(best)} It was: {Sentence(was)}", was, best, added, removed, after);
        var retold = was.Steps.Zip(best.Steps).Select(Retold).OfType<string>().ToList();
        return retold.Count == 0 ? null : new(AnswerChangeKind.Retold, string.Join(" ", retold), was, best, [], [], after);
    }

    private static string? Retold((PathStep Was, PathStep Now) step)
    {
        var (was, now) = step;
        var changes = new List<string>();
        if (was.Sentence != now.Sentence) changes.Add($"it was told as: {was.Sentence}");
        if (was.Status != now.Status) changes.Add($"{now.Status} instead of {was.Status}");
        if (was.Disputed != now.Disputed) changes.Add(now.Disputed ? "documents contradict each other now" : "documents agree now");
        if (was.Documents != now.Documents) changes.Add($"{Count(now.Documents, "document")} instead of {was.Documents}");
        if (was.Origins != now.Origins) changes.Add($"{Count(now.Origins, "origin")} instead of {was.Origins}");
        return changes.Count == 0 ? null : $"{now.Sentence} ({string.Join("; ", changes)})";
    }

    private static FoundPath? Best(PathAnswer? answer) => answer?.Results.FirstOrDefault();

    private static List<PathStep> Without(IReadOnlyList<PathStep> steps, IReadOnlyList<PathStep> others) => steps.Where(step => others.All(other => other.Id != step.Id)).ToList();

    private static string Sentence(FoundPath path) => string.Join(" ", path.Steps.Select(step => step.Sentence));

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
