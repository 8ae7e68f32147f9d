using System.CommandLine;
using System.Globalization;
using ActorGraph.Api.Access;

namespace ActorGraph.Api.Commands;

/// <summary><c>token</c>: who may ask a server that others reach.</summary>
internal static class TokenCommand
{
    private const int LongestName = 60;

    private static readonly Argument<string> Name = new("NAME") { Description = "What the token is called in lists and in the log." };

    private static readonly Option<string> Access = new("--access") { Description = "read, write, or admin (both, without a rate limit).", HelpName = "LEVEL", DefaultValueFactory = _ => "read" };

    public static Command Create()
    {
        var command = new Command("token", "Makes, lists and revokes the tokens of a server.")
        {
            new TaughtCommand("add", "Makes a token and shows it, once: only its hash is kept.", [Name, Access, Serving.Tokens], AddAsync, ("actorgraph token add newsroom --access write", "A token that may read and write.")),
            new TaughtCommand("list", "Lists the tokens by name.", [Serving.Tokens], ListAsync, ("actorgraph token list", "Who may ask?")),
            new TaughtCommand("revoke", "Ends a token; a running server follows within a second.", [Name, Serving.Tokens], RevokeAsync, ("actorgraph token revoke newsroom", "It is refused from now on.")),
        };
        return command;
    }

    private static Task<int> AddAsync(Invocation invocation)
    {
        var (name, word) = (invocation.Value(Name), invocation.Value(Access)!);
        if (name.Length > LongestName || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')) throw new InputException($"The name '{name}' cannot be used: take up to {LongestName} letters, digits, '-', '_' and '.'.");
        if (!Enum.TryParse<AccessLevel>(word, ignoreCase: true, out var access) || !Enum.IsDefined(access) || char.IsDigit(word[0])) throw new InputException($"--access is '{word}'; it can be read, write or admin.");
        var (token, text) = Token.Make(name, access, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var file = Serving.TokensOf(invocation);
        file.Add(token);
        if (invocation.Json) invocation.Terminal.WriteJson(new { name, access = Word(access), token = text, file = file.Path });
        else
        {
            invocation.Terminal.Out.WriteLine(text);
            invocation.Terminal.Error.WriteLine($"This is the token '{name}' ({Word(access)}). It is shown this once; send it as 'Authorization: Bearer TOKEN'.");
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> ListAsync(Invocation invocation)
    {
        var tokens = Serving.TokensOf(invocation).All.OrderBy(token => token.Name, StringComparer.Ordinal).ToList();
        if (invocation.Json) invocation.Terminal.WriteJson(tokens.Select(token => new { token.Name, access = Word(token.Access), token.Made }));
        foreach (var token in invocation.Json ? [] : tokens) invocation.Terminal.Out.WriteLine($"{token.Name}  {Word(token.Access)}  {token.Made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> RevokeAsync(Invocation invocation)
    {
        var name = invocation.Value(Name);
        if (!Serving.TokensOf(invocation).Revoke(name)) throw new InputException($"There is no token '{name}'; 'actorgraph token list' tells which there are.");
        if (invocation.Json) invocation.Terminal.WriteJson(new { revoked = name });
        else invocation.Terminal.Out.WriteLine($"Revoked {name}.");
        return Task.FromResult(ExitCode.Done);
    }

    private static string Word(AccessLevel access) => access.ToString().ToLowerInvariant();
}
