using System.CommandLine;
using ActorGraph.Api.Documents;
using ActorGraph.Extraction;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;

namespace ActorGraph.Api.Commands;

/// <summary><c>explain FILE</c>: a text with what is read in it, and why.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = $"A document ({DocumentFormats.Endings})." };

    public static Command Create() => new TaughtCommand("explain",
        "Shows a text with the names in it, each with the number of whom it names, and the words that tell a fact; then who they are, the facts, and for each the rule that found it.", [Path, .. ReadingOptions.Fields], RunAsync,
        ("actorgraph explain report.txt", "In colour where it is read in a terminal."),
        ("actorgraph explain report.html --json", "The same, with every span, for programs."));

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var code = ExitCode.Done;
        var explained = new List<object>();
        var files = DocumentFiles.Find([invocation.Value(Path)]).SelectMany(file => DocumentFiles.Documents(file, Particulars.None, ReadingOptions.Names(invocation)));
        await foreach (var (name, facts, problem) in ExtractedDocument.InOrderAsync(files))
        {
            invocation.Cancellation.ThrowIfCancellationRequested();
            if (facts is null)
            {
                invocation.Terminal.Error.WriteLine("error: " + problem);
                code = ExitCode.InputAtFault;
            }
            else if (invocation.Json) explained.Add(Json(name, facts));
            else new Explanation(invocation.Terminal.Screen).Tell(name, facts);
        }

        if (invocation.Json) invocation.Terminal.WriteJson(new { documents = explained });
        return code;
    }

    private static object Json(string name, DocumentFacts facts)
    {
        var text = facts.Document.Text;
        var names = facts.Sightings.ToDictionary(sighting => sighting.Id, sighting => sighting.Name);
        object Span(TextSpan span) => new { start = span.Start, end = span.End, text = span.Of(text) };
        return new
        {
            file = name,
            id = facts.Document.Id,
            title = facts.Document.Title,
            author = facts.Document.Author,
            source = facts.Document.Source,
            publishedAt = facts.Document.PublishedAt,
            extraction = facts.Extraction,
            text,
            articles = facts.Articles.Select(article => new { id = article.Id, start = article.Span.Start, end = article.Span.End, language = article.Language, date = article.Date, dateText = article.DateText }),
            sightings = facts.Sightings.Select(sighting => new
            {
                id = sighting.Id, name = sighting.Name, type = FactTelling.Word(sighting.Type), names = sighting.Names, country = sighting.Iso2, descriptions = sighting.Descriptions,
                mentions = sighting.Mentions.Select(mention => new { start = mention.Span.Start, end = mention.Span.End, text = mention.Span.Of(text), rule = mention.Rule, isBoilerplate = mention.IsBoilerplate }),
            }),
            facts = facts.Evidence.Select(evidence => new
            {
                id = evidence.Id, rule = evidence.Rule, told = FactTelling.Told(evidence, names), saidBy = evidence.SaidBy is { } speaker ? names[speaker] : null,
                trigger = Span(evidence.Trigger), sentence = Span(evidence.Span),
                about = (evidence as MeetingEvidence)?.About.Select(Span), before = (evidence as MeetingEvidence)?.Before,
            }),
        };
    }
}
