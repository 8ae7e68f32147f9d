using System.CommandLine;

namespace ActorGraph.Api.Commands;

/// <summary>Options whose values are one of few words: press_conference, allow.</summary>
internal static class Choices
{
    public static Option<string?> One<T>(string name, string description) where T : struct, Enum => Among(new Option<string?>(name), Words<T>(), description);

    public static Option<string[]> Many<T>(string name, string description) where T : struct, Enum => Among(new Option<string[]>(name), Words<T>(), description);

    /// <summary>The value of a word that the option let through.</summary>
    public static T Read<T>(string word) where T : struct, Enum => Enum.GetValues<T>()[Array.IndexOf(Words<T>(), word)];

    private static Option<T> Among<T>(Option<T> option, string[] words, string description)
    {
        option.Description = $"{description} One of {string.Join(", ", words)}.";
        option.HelpName = "WORD";
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static string[] Words<T>() where T : struct, Enum
        => Enum.GetNames<T>().Select(name => string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToLowerInvariant(c)))).ToArray();
}
