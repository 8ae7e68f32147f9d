using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace ActorGraph.Api.Commands;

/// <summary>Where a command writes: answers to standard output, progress and complaints to standard error.</summary>
internal sealed class Terminal
{
    /// <summary>Width where no terminal says one: sentences stay on their line for the next program.</summary>
    private const int Unbounded = 10_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions CompactJson = new(Json) { WriteIndented = false };

    public Terminal()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Screen = Create(Console.Out, Console.IsOutputRedirected);
        Progress = Create(Console.Error, Console.IsErrorRedirected);
    }

    public TextWriter Out { get; } = Console.Out;

    public TextWriter Error { get; } = Console.Error;

    /// <summary>Standard output with tables and colours where a person reads it.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>Standard error, likewise.</summary>
    public IAnsiConsole Progress { get; }

    public bool ShowsProgress => !Console.IsErrorRedirected && Progress.Profile.Capabilities.Ansi;

    /// <summary>One value on the current line.</summary>
    public void WriteCompactJson(object? value) => Out.Write(JsonSerializer.Serialize(value, CompactJson));

    public void WriteJson(object? value) => Out.WriteLine(JsonSerializer.Serialize(value, Json));

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (isRedirected) screen.Profile.Width = Unbounded;
        return screen;
    }
}
