using System.CommandLine;
using ActorGraph.Extraction;
using ActorGraph.Knowledge.Actors;
using ActorGraph.Knowledge.Loading;
using Spectre.Console;

namespace ActorGraph.Api.Commands;

/// <summary><c>status</c>: where the graph is and how much it holds.</summary>
internal static class StatusCommand
{
    public static Command Create() => new TaughtCommand("status", "Tells where the graph is and how much it holds.", [], RunAsync,
        ("actorgraph status", "The database in use, and its counts."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        await using var database = invocation.OpenToRead();
        var held = await new ActorCatalogue(database).StatisticsAsync(invocation.Cancellation);
        var old = (await new HeldDocuments(database).ReadByOthersAsync(FactExtractor.Version, invocation.Cancellation)).Count;
        if (invocation.Json)
        {
            invocation.Terminal.WriteJson(new { database = database.Uri, extraction = FactExtractor.Version, toRefresh = old, stats = held });
            return ExitCode.Done;
        }

        invocation.Terminal.Out.WriteLine($"database    {database.Uri}");
        invocation.Terminal.Out.WriteLine($"extraction  version {FactExtractor.Version}");
        var table = new Table().Border(TableBorder.Rounded).AddColumn("what").AddColumn(new TableColumn("how many").RightAligned());
        foreach (var (what, count) in (ReadOnlySpan<(string, long)>)[("documents", held.Documents), ("articles", held.Articles), ("people", held.People), ("organizations", held.Organizations),
            ("countries", held.Countries), ("places", held.Places), ("meetings", held.Meetings), ("relationships", held.Relationships), ("sightings", held.Sightings), ("evidence", held.Evidence)])
        {
            table.AddRow(what, count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        }

        invocation.Terminal.Screen.Write(table);
        if (old > 0) invocation.Terminal.Out.WriteLine($"{old} {(old == 1 ? "document was" : "documents were")} read by another version: run 'actorgraph refresh'.");
        return ExitCode.Done;
    }
}
