using System.Globalization;
using ActorGraph.Knowledge.Paths;
using Spectre.Console;

namespace ActorGraph.Api.Commands;

/// <summary>Tells an answer to people: numbered steps, each with its sentences.</summary>
internal static class PathTelling
{
    private const int QuotesShown = 3;

    public static void Tell(PathAnswer answer, IAnsiConsole screen)
    {
        Tell(answer.From, screen);
        Tell(answer.To, screen);
        screen.WriteLine();
        if (answer.Results.Count == 0)
        {
            screen.MarkupLineInterpolated($"[bold]No path.[/] {answer.Searched}");
            if (answer.Relax is { } relax) screen.MarkupLineInterpolated($"There is one of {Count(relax.Length, "step")} {relax.Change}.");
        }

        for (var i = 0; i < answer.Results.Count; i++) Tell(answer.Results[i], i + 1, screen);
        if (answer.StoppedBy is { } limit) screen.MarkupLineInterpolated($"[dim]The search was ended by its limit of {limit}; there may be more.[/]");
        else if (answer.HasMore) screen.MarkupLineInterpolated($"[dim]There are more paths: --first {Math.Min(answer.Results.Count * 2, Limits.Paths.MostPaths)} shows them.[/]");
    }

    private static void Tell(PathEnd end, IAnsiConsole screen)
    {
        screen.MarkupInterpolated($"{end.Asked}: [bold]{end.Chosen.Name}[/] [dim]{end.Chosen.Id}, {end.Because}[/]");
        if (end.Others.Count > 0) screen.MarkupInterpolated($"; also {string.Join(", ", end.Others.Select(other => other.Summary.Length == 0 ? other.Name : $"{other.Name} ({other.Summary})"))}");
        screen.WriteLine();
    }

    private static void Tell(FoundPath path, int number, IAnsiConsole screen)
    {
        screen.MarkupLineInterpolated($"[bold]Path {number}[/], {Count(path.Length, "step")}{(path.Hubs > 0 ? $", through {Count(path.Hubs, "hub")}" : "")}");
        for (var i = 0; i < path.Steps.Count; i++)
        {
            var step = path.Steps[i];
            screen.MarkupLineInterpolated($"  {i + 1}. [bold]{step.Sentence}[/]");
            screen.MarkupLineInterpolated($"     [dim]{string.Join(", ", Facts(step))}[/]");
            var shown = step.Evidence.Take(QuotesShown).Select(evidence => (evidence.Quote, Source: Source(evidence))).ToList();
            for (var quote = 0; quote < shown.Count; quote++)
            {
                screen.Write(new Padder(new Markup($"[italic]“{Markup.Escape(shown[quote].Quote.ReplaceLineEndings(" ").Trim())}”[/]"), new Padding(5, 0, 0, 0)));
                // Sentences of one document share its line.
                if (quote + 1 == shown.Count || shown[quote + 1].Source != shown[quote].Source) screen.MarkupLineInterpolated($"       [dim]{shown[quote].Source}[/]");
            }

            if (step.Evidence.Count > QuotesShown) screen.MarkupLineInterpolated($"     [dim]and {Count(step.Evidence.Count - QuotesShown, "more sentence")}[/]");
        }

        screen.WriteLine();
    }

    private static IEnumerable<string> Facts(PathStep step)
    {
        yield return Count(step.Documents, "document");
        yield return Count(step.Origins, "origin");
        if (step.Status is not ("occurred" or "current")) yield return step.Status;
        if (step.Disputed) yield return "disputed";
        yield return step.Id;
    }

    private static string Source(EvidenceQuote evidence)
    {
        var document = evidence.Document;
        string?[] parts = [document.Title, document.Source, document.PublishedAt?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), evidence.SaidBy is { } speaker ? $"citing {speaker}" : null, document.Id];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Count(int count, string what) => $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";
}
