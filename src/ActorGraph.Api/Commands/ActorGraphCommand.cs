using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorGraph.Api.Commands;

/// <summary>The program: its commands, and <c>serve</c> where none is named.</summary>
internal static class ActorGraphCommand
{
    private static readonly (string Line, string Does)[] Examples =
    [
        ("actorgraph", "Load the example documents the first time, and serve on http://127.0.0.1:5080."),
        ("actorgraph load news/ --published 2025-08-25", "Add your own documents: text, Markdown, saved pages, JSON, CSV."),
        ("actorgraph path Kalin Haftar", "How are they connected, and which sentences say so?"),
        ("actorgraph COMMAND --help", "What a command takes, with examples."),
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var typed = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (typed.Action is ParseErrorAction) return Refused(typed);
        return await typed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Limits.Stopping });
    }

    private static RootCommand Create()
    {
        var serve = ServeCommand.Create();
        var root = new RootCommand("Turns news documents into a graph of people, organizations, countries and meetings, and tells how two of them are connected: each step with the sentence it rests on.");
        foreach (var command in (Command[])[serve, LoadCommand.Create(), RetractCommand.Create(), ExtractCommand.Create(), ExplainCommand.Create(), EvaluateCommand.Create(), PathCommand.Create(), SearchCommand.Create(),
            CypherCommand.Create(), CompareCommand.Create(), TrainCommand.Create(), WhyCommand.Create(), DecideCommand.Create(), RefreshCommand.Create(), TokenCommand.Create(), CopyCommand.Create(), DumpCommand.Create(), StatusCommand.Create()]) root.Subcommands.Add(command);
        foreach (var option in serve.Options.Concat(SharedOptions.All)) root.Options.Add(option);
        root.Action = serve.Action;
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!, Examples);
        return root;
    }

    private static int Refused(ParseResult typed)
    {
        foreach (var error in typed.Errors) Console.Error.WriteLine("error: " + error.Message);
        var command = typed.CommandResult.Command;
        Console.Error.WriteLine(command is RootCommand ? "Try 'actorgraph --help'." : $"Try 'actorgraph {command.Name} --help'.");
        return ExitCode.InputAtFault;
    }
}
