using System.CommandLine;
using ActorGraph.Graph;

namespace ActorGraph.Api.Commands;

/// <summary>One run of one command: what was typed, where to write, when to stop.</summary>
internal sealed record Invocation(ParseResult Typed, Terminal Terminal, CancellationToken Cancellation)
{
    public bool Json => Typed.GetValue(SharedOptions.Json);

    public DatabaseChoice Database => DatabaseChoice.From(Typed.GetValue(SharedOptions.Database), Typed.GetValue(SharedOptions.Data), Credentials);

    public DatabaseCredentials? Credentials
        => DatabaseCredentials.From(Typed.GetValue(SharedOptions.User), Typed.GetValue(SharedOptions.Password), Typed.GetValue(SharedOptions.PasswordFile), isEnvironmentUsed: true);

    public T? Value<T>(Option<T> option) => Typed.GetValue(option);

    public T Value<T>(Argument<T> argument) => Typed.GetRequiredValue(argument);

    public IGraphDatabase OpenToRead() => Databases.OpenToRead(Database);

    public Task<IGraphDatabase> OpenToWriteAsync() => Databases.OpenToWriteAsync(Database, Cancellation);
}
