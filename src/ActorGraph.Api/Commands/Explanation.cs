using System.Globalization;
using ActorGraph.Facts;
using Spectre.Console;

namespace ActorGraph.Api.Commands;

/// <summary>A document's text for people: its names in the colour of their kind with a number, the words that tell facts underlined with a letter. Without colours, brackets stand for them.</summary>
internal sealed class Explanation(IAnsiConsole screen)
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Trigger = new(Color.Red, decoration: Decoration.Bold | Decoration.Underline);

    private static readonly Dictionary<ActorType, Style> OfType = new()
    {
        [ActorType.Person] = new(Color.Aqua, decoration: Decoration.Bold),
        [ActorType.Organization] = new(Color.Yellow, decoration: Decoration.Bold),
        [ActorType.Country] = new(Color.Lime, decoration: Decoration.Bold),
        [ActorType.Place] = new(Color.DodgerBlue1, decoration: Decoration.Bold),
        [ActorType.Vessel] = new(Color.Fuchsia, decoration: Decoration.Bold),
    };

    private bool HasColours => screen.Profile.Capabilities.Ansi;

    public void Tell(string name, DocumentFacts facts)
    {
        var about = new[] { facts.Document.Id, facts.Document.Title, facts.Document.Author, facts.Document.Source, Day(facts.Document.PublishedAt) };
        screen.Write(new Paragraph().Append(Safe(name), new Style(decoration: Decoration.Bold)).Append($"  {Safe(string.Join(", ", about.OfType<string>()))}\n", Dim));
        foreach (var article in facts.Articles) Text(facts, article);
        Legend(facts);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a terminal would obey instead of show.</summary>
    private static string Safe(string text) => string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '�' : c));

    private void Text(DocumentFacts facts, Article article)
    {
        var text = facts.Document.Text;
        var shown = new Paragraph();
        shown.Append($"\nArticle {article.Id[(article.Id.LastIndexOf('/') + 1)..]}, {article.Language}, {Day(article.Date) ?? "no date"}{(article.DateText is { } words ? $" (“{Safe(words)}”)" : "")}\n\n", Dim);
        var at = article.Span.Start;
        foreach (var (span, style, label) in Marks(facts, article))
        {
            // Where marks overlap, the first one stands.
            if (span.Start < at) continue;
            shown.Append(Safe(text[at..span.Start]), Plain);
            if (HasColours) shown.Append(Safe(span.Of(text)), style).Append(label, Dim);
            else shown.Append($"[{Safe(span.Of(text))}|{label}]", Plain);
            at = span.End;
        }

        if (at < article.Span.End) shown.Append(Safe(text[at..article.Span.End]), Plain);
        screen.Write(shown);
        screen.WriteLine();
    }

    private static IEnumerable<(TextSpan Span, Style Style, string Label)> Marks(DocumentFacts facts, Article article)
    {
        var names = facts.Sightings.Select((sighting, i) => (Sighting: sighting, Number: i + 1)).Where(one => one.Sighting.ArticleId == article.Id)
            .SelectMany(one => one.Sighting.Mentions.Select(mention => (mention.Span, Style: OfType[one.Sighting.Type], Label: one.Number.ToString(CultureInfo.InvariantCulture))));
        var triggers = facts.Evidence.Select((evidence, i) => (Evidence: evidence, Label: Letter(i))).Where(one => one.Evidence.ArticleId == article.Id && one.Evidence.Trigger.Length > 0)
            .GroupBy(one => one.Evidence.Trigger).Select(group => (group.Key, Trigger, string.Join(',', group.Select(one => one.Label))));
        return names.Concat(triggers).OrderBy(mark => mark.Item1.Start).ThenBy(mark => mark.Item1.End);
    }

    /// <summary>a, b … z, aa, ab …</summary>
    private static string Letter(int index) => (index >= 26 ? Letter(index / 26 - 1) : "") + (char)('a' + index % 26);

    private void Legend(DocumentFacts facts)
    {
        var text = facts.Document.Text;
        var names = facts.Sightings.ToDictionary(sighting => sighting.Id, sighting => sighting.Name);
        var letters = facts.Evidence.Index().ToDictionary(one => one.Item.Id, one => Letter(one.Index), StringComparer.Ordinal);
        var legend = new Paragraph();
        legend.Append("\nWho and where\n", new Style(decoration: Decoration.Bold));
        for (var i = 0; i < facts.Sightings.Count; i++)
        {
            var sighting = facts.Sightings[i];
            legend.Append($"  {i + 1} ", Dim).Append(Safe(sighting.Name), OfType[sighting.Type]).Append($"  {FactTelling.Word(sighting.Type)}{(sighting.Iso2 is { } iso ? $" ({iso})" : "")}{string.Concat(sighting.Descriptions.Select(description => ", " + Safe(description)))}\n", Plain);
            foreach (var form in sighting.Mentions.GroupBy(mention => (Text: mention.Span.Of(text), mention.Rule)))
            {
                legend.Append($"      “{Line(form.Key.Text)}” at {string.Join(", ", form.Select(mention => $"{mention.Span.Start}–{mention.Span.End}{(mention.IsBoilerplate ? " (navigation)" : "")}"))}, found by {form.Key.Rule}\n", Dim);
            }
        }

        legend.Append(facts.Evidence.Count == 0 ? "\nNo facts\n" : "\nFacts\n", new Style(decoration: Decoration.Bold));
        for (var i = 0; i < facts.Evidence.Count; i++)
        {
            var evidence = facts.Evidence[i];
            legend.Append($"  {Letter(i)} ", Dim).Append(Safe(FactTelling.Told(evidence, names)) + (evidence is MeetingEvidence meeting ? Beside(meeting, text, letters) : "") + "\n", Plain);
            legend.Append($"      rule {evidence.Rule}, by “{Line(evidence.Trigger.Of(text))}” at {evidence.Trigger.Start}–{evidence.Trigger.End}{(evidence.SaidBy is { } speaker ? $", said by {Safe(names[speaker])}" : "")}, in {evidence.Span.Start}–{evidence.Span.End}\n", Dim);
        }

        screen.Write(legend);
        screen.WriteLine();
    }

    /// <summary>What a meeting was about, and before which others it was.</summary>
    private static string Beside(MeetingEvidence meeting, string text, IReadOnlyDictionary<string, string> letters)
        => string.Concat(meeting.About.Select(span => $", about “{Line(span.Of(text))}”")) + string.Concat(meeting.Before.Select(later => $", before {letters[later]}"));

    private static string Line(string text) => Safe(text.ReplaceLineEndings(" ").Trim());
}
