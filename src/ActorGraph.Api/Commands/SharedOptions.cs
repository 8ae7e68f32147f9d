using System.CommandLine;

namespace ActorGraph.Api.Commands;

/// <summary>The options that every command takes.</summary>
internal static class SharedOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the embedded database. Else ACTORGRAPH_DATA, else a folder of yours.", HelpName = "DIR", Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "embedded:DIR, neo4j://host:port or bolt://host:port, +s for encryption, /NAME for a database there. Else ACTORGRAPH_DATABASE.", HelpName = "URI", Recursive = true,
    };

    public static readonly Option<string?> User = new("--user") { Description = "User at a server. Else ACTORGRAPH_USER.", HelpName = "NAME", Recursive = true };

    public static readonly Option<string?> Password = new("--password") { Description = "Password at a server. Others may see it: better a file, or ACTORGRAPH_PASSWORD.", HelpName = "WORD", Recursive = true };

    public static readonly Option<string?> PasswordFile = new("--password-file") { Description = "File that holds the password and nothing else. Else ACTORGRAPH_PASSWORD_FILE.", HelpName = "FILE", Recursive = true };

    public static readonly Option<bool> Json = new("--json") { Description = "Print JSON for programs.", Recursive = true };

    public static IReadOnlyList<Option> All { get; } = [Data, Database, User, Password, PasswordFile, Json];
}
