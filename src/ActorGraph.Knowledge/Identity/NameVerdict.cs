using ActorGraph.Facts;

namespace ActorGraph.Knowledge.Identity;

/// <summary>Whether two names can be one actor's, judged by the names alone.</summary>
/// <param name="Score">0 (nothing in common) to 1 (the same words).</param>
/// <param name="Reasons">What speaks for and against, for people.</param>
public sealed record NameVerdict(double Score, Verdict Verdict, IReadOnlyList<string> Reasons);
