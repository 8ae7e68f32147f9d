using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorGraph.Extraction.Reading;

/// <summary>The day that a field or a page's metadata states. Of a moment it is the day as written, in its own time zone.</summary>
internal static partial class StatedDay
{
    private static readonly string[] Formats = ["yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy"];

    /// <returns>null where the text states no day, or one that can be read in two ways (04/05/2025).</returns>
    public static DateOnly? Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 100) return null;
        if (Moment().IsMatch(trimmed) && long.TryParse(trimmed, CultureInfo.InvariantCulture, out var number))
        {
            return DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(trimmed.Length > 10 ? number / 1000 : number));
        }

        return Day().Match(trimmed) is { Success: true } day
            && DateOnly.TryParseExact(day.Groups["day"].Value.Replace(",", "", StringComparison.Ordinal).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
    }

    /// <summary>Seconds or milliseconds since 1970.</summary>
    [GeneratedRegex(@"^\d{9,10}$|^\d{12,13}$")]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(?:\p{L}{2,9},?\s)?(?<day>\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{8}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} \p{L}{3,9},? \d{4}|\p{L}{3,9} \d{1,2},? \d{4})(?![\d./\-])")]
    private static partial Regex Day();
}
