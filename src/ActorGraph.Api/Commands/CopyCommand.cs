using System.CommandLine;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Api.Commands;

/// <summary><c>copy --from URI --to URI</c>: moving house.</summary>
internal static class CopyCommand
{
    private static readonly Option<string> From = new("--from") { Description = "The database to read: embedded:DIR, neo4j://host:port or bolt://host:port.", HelpName = "URI", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "The database to write, empty or left from a copy that was stopped.", HelpName = "URI", Required = true };

    private static readonly Option<string?> ToUser = new("--to-user") { Description = "User at the one to write, where it is not --user.", HelpName = "NAME" };

    private static readonly Option<string?> ToPasswordFile = new("--to-password-file") { Description = "File with the password at the one to write, where it is not --password-file.", HelpName = "FILE" };

    public static Command Create() => new TaughtCommand("copy",
        "Copies a graph into another database: what documents say and what people decided, from which the graph follows there as here. Run again it completes; in the end both are compared.",
        [From, To, ToUser, ToPasswordFile], RunAsync,
        ("actorgraph copy --from embedded:./mine --to neo4j://localhost:7687 --user neo4j --password-file secret.txt", "From a folder to a server."),
        ("actorgraph copy --from bolt://old:7687 --to embedded:./mine", "And back."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var shared = invocation.Credentials;
        var own = DatabaseCredentials.From(invocation.Value(ToUser), null, invocation.Value(ToPasswordFile), isEnvironmentUsed: false);
        var source = new DatabaseChoice(invocation.Value(From)!, shared);
        var target = new DatabaseChoice(invocation.Value(To)!, own ?? shared);
        if (source.Uri == target.Uri || (source.Folder is { } folder && folder == target.Folder)) throw new InputException("--from and --to name one database.");
        await using var from = Databases.OpenToRead(source);
        await using var to = await Databases.OpenToWriteAsync(target, invocation.Cancellation);
        var copying = new Copying(from, to);
        var (documents, decisions) = await copying.RunAsync((done, all) => invocation.Terminal.Error.WriteLine($"{done} of {all} documents"), invocation.Cancellation);
        if (!await copying.AreEqualAsync(invocation.Cancellation))
            throw new GraphException(ErrorCodes.StorageFailed, $"{to.Uri} differs from {from.Uri} after the copy: compare 'actorgraph dump --database URI' of both. Was one of them written to meanwhile?");
        if (invocation.Json) invocation.Terminal.WriteJson(new { documents, decisions, equal = true });
        else invocation.Terminal.Out.WriteLine($"{documents} documents and {decisions} decisions copied; both hold the same graph.");
        return ExitCode.Done;
    }
}
