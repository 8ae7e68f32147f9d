using System.Globalization;

namespace ActorGraph.Api.Commands;

/// <summary>Days on the command line: ISO 8601, and nothing that could be read in two ways.</summary>
internal static class Days
{
    public static DateOnly? Read(string? text, string option) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new InputException($"{option} is '{text}'; write a day as 2025-08-25.");
}
