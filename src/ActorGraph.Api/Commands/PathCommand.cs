using System.CommandLine;
using ActorGraph.Api.GraphQl;
using ActorGraph.Facts;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Api.Commands;

/// <summary><c>path FROM TO</c>: how are two actors connected?</summary>
internal static class PathCommand
{
    private static readonly Argument<string> From = new("FROM") { Description = "A name in any spelling, or an id." };
    private static readonly Argument<string> To = new("TO") { Description = "Likewise." };
    private static readonly Option<int> First = new("--first") { Description = $"How many paths, best first: 1 to {Limits.Paths.MostPaths}.", DefaultValueFactory = _ => 3, HelpName = "N" };
    private static readonly Option<int?> Steps = new("--steps") { Description = "Most steps; a meeting of two is one step.", HelpName = "N" };
    private static readonly Option<string[]> Via = new("--via") { Description = "An actor or meeting the path must pass; may be repeated.", HelpName = "NAME" };
    private static readonly Option<string[]> Exclude = new("--exclude") { Description = "An actor, meeting or fact (by id) it must not use; may be repeated.", HelpName = "NAME" };
    private static readonly Option<string[]> Relation = new("--relation") { Description = $"Follow only this one: {string.Join(", ", PathRelations.Default)}; or, never unless asked, {string.Join(", ", PathRelations.OnlyWhenAsked)}.", HelpName = "TYPE" };
    private static readonly Option<string[]> Kind = Choices.Many<MeetingKind>("--kind", "Count only meetings of this kind; may be repeated.");
    private static readonly Option<string[]> Status = new("--status") { Description = "occurred, planned, denied, hypothetical, current, former, acting or alleged; may be repeated. Else what happened or holds.", HelpName = "STATUS" };
    private static readonly Option<string?> Since = new("--since") { Description = "Facts that ended before this day do not count.", HelpName = "DATE" };
    private static readonly Option<string?> Until = new("--until") { Description = "Facts that began after this day do not count.", HelpName = "DATE" };
    private static readonly Option<bool> NoUndated = new("--no-undated") { Description = "With --since or --until, leave out facts without a date." };
    private static readonly Option<string[]> Document = new("--document") { Description = "Count only facts that this document tells; may be repeated.", HelpName = "ID" };
    private static readonly Option<int?> MinimumOrigins = new("--minimum-origins") { Description = "Count only facts of so many origins: copies and translations are one.", HelpName = "N" };
    private static readonly Option<string?> Passing = Choices.One<Hubs>("--hubs", "Routes through countries, places and actors connected to very many: avoid takes them last and is usual.");

    public static Command Create() => new TaughtCommand("path", "Tells how two actors are connected, each step with the sentences it rests on.",
        [From, To, First, Steps, Via, Exclude, Relation, Kind, Status, Since, Until, NoUndated, Document, MinimumOrigins, Passing], RunAsync,
        ("actorgraph path Kalin Haftar", "Names in any spelling; short ones mean who is most often called so."),
        ("actorgraph path Kalin Haftar --exclude meeting:… --first 1", "And without that meeting?"),
        ("actorgraph path Erdogan Haftar --relation MET --since 2024-01-01 --steps 3", "Through meetings only, lately."),
        ("actorgraph path Kalin Haftar --json", "As the GraphQL field 'paths' has it."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var question = Question(invocation);
        await using var database = invocation.OpenToRead();
        var answer = await new PathFinder(database, Limits.Paths).FindAsync(question, invocation.Cancellation);
        if (invocation.Json) await invocation.Terminal.Out.WriteLineAsync(await PathJson.OfAsync(answer, invocation.Cancellation));
        else PathTelling.Tell(answer, invocation.Terminal.Screen);
        return ExitCode.Done;
    }

    private static PathQuestion Question(Invocation invocation) => new(invocation.Value(From), invocation.Value(To), new PathFilter
    {
        Relations = Given(invocation.Value(Relation))?.Select(relation => relation.ToUpperInvariant()).ToList(),
        Kinds = Given(invocation.Value(Kind))?.Select(Choices.Read<MeetingKind>).ToList(),
        MaximumSteps = invocation.Value(Steps),
        Via = Given(invocation.Value(Via)),
        Exclude = Given(invocation.Value(Exclude)),
        Documents = Given(invocation.Value(Document)),
        Since = Days.Read(invocation.Value(Since), "--since"),
        Until = Days.Read(invocation.Value(Until), "--until"),
        Undated = !invocation.Value(NoUndated),
        Status = Given(invocation.Value(Status))?.Select(status => status.ToLowerInvariant()).ToList(),
        MinimumOrigins = invocation.Value(MinimumOrigins),
        Hubs = invocation.Value(Passing) is { } hubs ? Choices.Read<Hubs>(hubs) : Hubs.Avoid,
    }, invocation.Value(First));

    private static string[]? Given(string[]? values) => values is { Length: > 0 } ? values : null;
}
