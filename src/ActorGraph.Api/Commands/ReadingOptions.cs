using System.CommandLine;
using ActorGraph.Extraction.Reading;

namespace ActorGraph.Api.Commands;

/// <summary>What every command that reads documents takes: where they are, and which field of a record is what.</summary>
internal static class ReadingOptions
{
    public static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = $"Documents in UTF-8 ({DocumentFormats.Endings}); a folder gives those in it and in its folders.", Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Text = Field("--text-field", "text");
    private static readonly Option<string?> Title = Field("--title-field", "title");
    private static readonly Option<string?> Author = Field("--author-field", "author");
    private static readonly Option<string?> Source = Field("--source-field", "source");
    private static readonly Option<string?> Date = Field("--date-field", "day of publishing");

    public static IReadOnlyList<Symbol> Fields { get; } = [Text, Title, Author, Source, Date];

    public static FieldNames Names(Invocation invocation)
        => new(invocation.Value(Text), invocation.Value(Title), invocation.Value(Author), invocation.Value(Source), invocation.Value(Date));

    private static Option<string?> Field(string name, string what) => new(name) { Description = $"Field of JSON, or column of CSV, that holds the {what}. Else a usual name.", HelpName = "NAME" };
}
