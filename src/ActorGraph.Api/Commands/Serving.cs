using System.CommandLine;
using ActorGraph.Api.Access;
using ActorGraph.Api.GraphQl;
using ActorGraph.Api.Http;

namespace ActorGraph.Api.Commands;

/// <summary>The flags of <c>serve</c> that say whom to serve, and how.</summary>
internal static class Serving
{
    public static readonly Option<string?> Tokens = new("--tokens") { Description = "File of the tokens that 'actorgraph token' makes; else tokens.json in the data folder.", HelpName = "FILE" };

    private static readonly Option<bool> RequireToken = new("--require-token") { Description = "Ask this machine's own users for a token, too; so does every address but this machine's." };

    private static readonly Option<string[]> Cors = new("--cors") { Description = "A front end elsewhere that may ask, as https://graph.example.org; again for another.", HelpName = "ORIGIN", DefaultValueFactory = _ => [] };

    private static readonly Option<bool> NoIntrospection = new("--no-introspection") { Description = "Refuse questions about the schema; its text stays at /graphql/schema.graphql." };

    private static readonly Option<string?> Documents = new("--documents") { Description = "Folder of .graphql files that can be asked by documentId.", HelpName = "DIR" };

    private static readonly Option<bool> OnlyDocuments = new("--only-documents") { Description = "Answer the documents of that folder and no others." };

    private static readonly Option<int?> Rate = new("--rate") { Description = $"Questions a second that a token or address may ask; else {Limits.RequestsPerSecond} a token.", HelpName = "N" };

    private static readonly Option<string> Log = new("--log") { Description = "What to write to standard error: warnings, requests (a line each), or json (the same for programs).", HelpName = "WHAT", DefaultValueFactory = _ => "warnings" };

    public static IReadOnlyList<Option> Options { get; } = [Tokens, RequireToken, Cors, NoIntrospection, Documents, OnlyDocuments, Rate, Log];

    /// <summary>The tokens beside the data, or in the file that was named.</summary>
    public static TokenFile TokensOf(Invocation invocation)
        => new(invocation.Value(Tokens) ?? Path.Combine(invocation.Database.Folder ?? DatabaseChoice.PerUser, "tokens.json"), TimeProvider.System);

    public static ServeSettings SettingsOf(Invocation invocation, string urls)
    {
        var (tokens, folder, rate) = (TokensOf(invocation), invocation.Value(Documents), invocation.Value(Rate));
        if (rate is < 1 or > 100_000) throw new InputException($"--rate is {rate}; it can be 1 to 100000.");
        if (folder is null && invocation.Value(OnlyDocuments)) throw new InputException("--only-documents needs --documents DIR.");
        var isLocal = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(url => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && ListeningAddresses.IsLoopback(parsed.Host));
        if (!isLocal && tokens.All.Count == 0 && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Doorkeeper.Variable)))
            throw new InputException($"Whoever reaches {urls} could read and write the graph: make a token first with 'actorgraph token add NAME --access read', or set {Doorkeeper.Variable}.");
        return new(urls, tokens, folder is null ? StoredDocuments.None : StoredDocuments.Read(folder, invocation.Value(OnlyDocuments)), invocation.Value(Cors)!.Select(Origin).ToList(),
            !invocation.Value(NoIntrospection), invocation.Value(RequireToken), rate, Style(invocation.Value(Log)!));
    }

    private static string Origin(string given)
        => Uri.TryCreate(given, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.PathAndQuery == "/" ? parsed.GetLeftPart(UriPartial.Authority)
            : throw new InputException($"--cors is '{given}'; write scheme, host and port, as https://graph.example.org or http://localhost:3000.");

    private static LogStyle Style(string word) => Enum.TryParse<LogStyle>(word, ignoreCase: true, out var style) && Enum.IsDefined(style) ? style
        : throw new InputException($"--log is '{word}'; it can be warnings, requests or json.");
}
