using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorGraph.Api.Commands;

/// <summary>A command whose help ends with examples, and whose action ends with an exit code whatever happens.</summary>
internal sealed class TaughtCommand : Command
{
    public TaughtCommand(string name, string description, IReadOnlyList<Symbol> takes, Func<Invocation, Task<int>> run, params (string Line, string Does)[] examples) : base(name, description)
    {
        foreach (var symbol in takes)
        {
            if (symbol is Argument argument) Arguments.Add(argument);
            else Options.Add((Option)symbol);
        }

        Examples = examples;
        SetAction((typed, cancellation) => Failures.GuardAsync(new Invocation(typed, new Terminal(), cancellation), run));
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; }
}

/// <summary>The usual help, then the examples.</summary>
internal sealed class TeachingHelp(HelpAction usual, IReadOnlyList<(string Line, string Does)> ofRoot) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is TaughtCommand taught ? taught.Examples : ofRoot;
        if (examples.Count == 0) return ExitCode.Done;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (line, does) in examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {does}");
        }

        output.WriteLine();
        return ExitCode.Done;
    }
}
