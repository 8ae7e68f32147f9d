using System.CommandLine;
using ActorGraph.Api.Documents;
using ActorGraph.Extraction.Reading;
using ActorGraph.Api.Http;
using ActorGraph.Graph;

namespace ActorGraph.Api.Commands;

/// <summary><c>serve</c>, and the program without a command: the GraphQL endpoint and the pages.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Where to listen; a port 0 takes a free one.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    private static readonly Option<bool> NoSeeds = new("--no-seeds") { Description = "Leave a new data folder empty instead of loading the example documents." };

    public static Command Create() => new TaughtCommand("serve", "Serves GraphQL and a page to ask on. Loads the example documents when it creates the data folder.", [Urls, NoSeeds, .. Serving.Options], RunAsync,
        ("actorgraph serve", "Open http://127.0.0.1:5080 in a browser."),
        ("actorgraph serve --data ./mine --no-seeds", "Your own documents only."),
        ("actorgraph serve --urls http://127.0.0.1:8080", "Another port."),
        ("actorgraph serve --database bolt://localhost:7687 --user neo4j", "In front of a Neo4j; ACTORGRAPH_PASSWORD holds the password."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var settings = Serving.SettingsOf(invocation, Given(invocation.Value(Urls)!));
        var seeds = Seeds.Pending(invocation.Database.Folder, invocation.Value(NoSeeds));
        await using var database = await invocation.OpenToWriteAsync();
        if (seeds is not null) await LoadAsync(seeds, database, invocation);
        await using var server = WebServer.Create(database, settings);
        try
        {
            await server.StartAsync(invocation.Cancellation);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            throw new IOException($"Cannot listen on {invocation.Value(Urls)}: {failure.Message.ReplaceLineEndings(" ")} Name another with --urls, as http://127.0.0.1:5081.", failure);
        }

        Greet(invocation, database.Uri, WebServer.Addresses(server));
        var warming = server.Services.GetRequiredService<Readiness>().WarmAsync(invocation.Cancellation);
        var stopped = new TaskCompletionSource();
        await using (invocation.Cancellation.Register(stopped.SetResult)) await stopped.Task;
        await server.StopAsync(CancellationToken.None);
        await warming;
        Telemetry.Flush(server.Services);
        return ExitCode.Done;
    }

    private static async Task LoadAsync(Seeds seeds, IGraphDatabase database, Invocation invocation)
    {
        var result = await new LoadingRun(database, invocation.Terminal).RunAsync(seeds.Files, Particulars.None, FieldNames.Usual, invocation.Cancellation);
        if (!result.IsComplete) throw new OperationCanceledException(invocation.Cancellation);
        foreach (var file in result.Files.Where(file => file.Problem is not null)) invocation.Terminal.Error.WriteLine("error: " + file.Problem);
        seeds.Done();
    }

    private static void Greet(Invocation invocation, string database, IReadOnlyList<string> addresses)
    {
        var first = addresses[0].Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);
        if (invocation.Json)
        {
            invocation.Terminal.WriteJson(new { addresses, database });
            return;
        }

        var output = invocation.Terminal.Out;
        output.WriteLine($"ActorGraph serves {database}");
        output.WriteLine($"  ask here   {first}");
        output.WriteLine($"  GraphQL    {first}/graphql");
        output.WriteLine("  for example:  actorgraph path Kalin Haftar");
        output.WriteLine("""          or:  { paths(from: "Kalin", to: "Haftar") { results { sentence steps { evidence { quote } } } } }""");
        output.WriteLine("Ctrl-C stops it.");
    }

    private static string Given(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var parsed) || parsed.Scheme != "http" || parsed.AbsolutePath != "/")
                throw new InputException($"--urls is '{url}'; write http://ADDRESS:PORT, and put a proxy in front for https.");
        }

        return urls;
    }
}
