using System.Text.RegularExpressions;
using ActorGraph.Extraction.Text;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Relations;

/// <summary>What a meeting was about, where its sentence says so behind the words that signal it.</summary>
internal static partial class Topics
{
    /// <summary>Spans of the topics, without the words that lead to them.</summary>
    public static IReadOnlyList<TextSpan> Of(string text, Sentence sentence, TextSpan trigger)
    {
        var topics = new List<TextSpan>();
        foreach (var match in Lead().Matches(text[trigger.End..sentence.Span.End]).Cast<Match>())
        {
            var topic = match.Groups["topic"];
            var word = topic.Value.Split(' ')[0];
            if (topic.Length > 3 && !Dates.IsOfCalendar(word.ToLowerInvariant(), sentence.Language) && !char.IsDigit(word[0])) topics.Add(new TextSpan(trigger.End + topic.Index, trigger.End + topic.Index + topic.Value.TrimEnd().Length));
        }

        return topics;
    }

    [GeneratedRegex(@"\b(?:to discuss|discussing|to talk about|about|regarding|concerning|focus(?:ed|ing)? on|centred on|centered on|over(?= \p{Ll})|on(?= (?:the )?\p{Ll})|om te praten over|over(?= (?:de|het|een) )|um über|über|au sujet de|à propos de|pour discuter d[e']|sobre|acerca de|para hablar de) (?<topic>[^.,;:“”""()]{4,120}?)(?=[.,;:“”""()]|$| (?:in|on|at|op|te|am|in|à|en|el) \p{Lu}| (?:said|before|after|when|while|and)\b)")]
    private static partial Regex Lead();
}
