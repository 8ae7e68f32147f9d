using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorGraph.Facts;
using ActorGraph.Knowledge.Identity;
using ActorGraph.Knowledge.Loading;

namespace ActorGraph.Knowledge;

/// <summary>Facts of a collection of documents → one JSON object, the form in which extraction is measured and exchanged.</summary>
public static class FactsReport
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="documents">Read as one collection; of two files with the same bytes both are listed, and their facts are told once.</param>
    public static void Write(IReadOnlyList<(string File, DocumentFacts Facts)> documents, Stream utf8)
    {
        using var writer = new Utf8JsonWriter(utf8, Readable);
        var facts = documents.Select(document => document.Facts).DistinctBy(facts => facts.Document.Id).ToList();
        new Report(writer, documents, facts, Resolver.Resolve(facts, [])).Write();
    }

    private sealed class Report(Utf8JsonWriter writer, IReadOnlyList<(string File, DocumentFacts Facts)> documents, IReadOnlyList<DocumentFacts> facts, Resolution resolution)
    {
        private readonly Dictionary<string, Evidence> evidenceOf = facts.SelectMany(f => f.Evidence).ToDictionary(evidence => evidence.Id);
        private readonly Dictionary<string, string[]> filesOf = documents.GroupBy(d => d.Facts.Document.Id).ToDictionary(group => group.Key, group => group.Select(d => d.File).ToArray());

        public void Write()
        {
            writer.WriteStartObject();
            List("documents", documents, Document);
            List("entities", resolution.Actors, Entity);
            List("meetings", resolution.Meetings, Meeting);
            List("roles", resolution.Ties.Where(tie => tie.Type is "HOLDS_POSITION" or "DEPUTY_OF"), Role);
            List("family", resolution.Ties.Where(tie => tie.Type == "FAMILY_OF"), Family);
            List("relations", resolution.Ties.Where(tie => tie.Type is not ("HOLDS_POSITION" or "FAMILY_OF" or "DEPUTY_OF")), Relation);
            writer.WriteEndObject();
        }

        private void List<T>(string name, IEnumerable<T> items, Action<T> write)
        {
            writer.WriteStartArray(name);
            foreach (var item in items)
            {
                writer.WriteStartObject();
                write(item);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        private void Strings(string name, IEnumerable<string> values)
        {
            writer.WriteStartArray(name);
            foreach (var value in values) writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        private void Document((string File, DocumentFacts Facts) item)
        {
            var (file, told) = item;
            writer.WriteString("file", file);
            writer.WriteString("language", told.Articles.FirstOrDefault()?.Language);
            writer.WriteString("date", Words.Of(told.Articles.FirstOrDefault()?.Date ?? told.Document.PublishedAt));
            List("articles", told.Articles, article => Span(article.Span));
            List("mentions", told.Sightings.SelectMany(sighting => sighting.Mentions.Select(mention => (sighting, mention))).OrderBy(pair => pair.mention.Span.Start).ThenBy(pair => pair.mention.Span.End), pair =>
            {
                Span(pair.mention.Span);
                writer.WriteString("text", pair.mention.Span.Of(told.Document.Text));
                writer.WriteString("type", Words.Of(pair.sighting.Type));
                writer.WriteString("entity", resolution.ActorOf[pair.sighting.Id]);
            });
        }

        private void Entity(ResolvedActor actor)
        {
            writer.WriteString("id", actor.Id);
            writer.WriteString("type", Words.Of(actor.Type));
            writer.WriteString("name", actor.Name);
            Strings("aliases", actor.Aliases);
        }

        private void Meeting(ResolvedMeeting meeting)
        {
            writer.WriteString("id", meeting.Id);
            writer.WriteString("kind", Words.Of(meeting.Kind));
            writer.WriteString("status", Words.Of(meeting.Status));
            writer.WriteStartObject("date");
            writer.WriteString("iso", Iso(meeting.When));
            writer.WriteString("precision", Words.Of(meeting.When.Basis == DateBasis.Reported ? DatePrecision.Day : meeting.When.Precision));
            writer.WriteEndObject();
            Strings("place", meeting.Places);
            Strings("participants", meeting.Participants.Where(p => p.Role is not (ParticipantRole.Companion or ParticipantRole.Mediator)).Select(p => p.Actor));
            Strings("accompanied_by", meeting.Participants.Where(p => p.Role is ParticipantRole.Companion or ParticipantRole.Mediator).Select(p => p.Actor));
            Strings("documents", meeting.Evidence.SelectMany(id => FilesOf(evidenceOf[id])).Distinct().Order(StringComparer.Ordinal));
            Evidence(meeting.Evidence);
        }

        private void Role(ResolvedTie tie)
        {
            writer.WriteString("person", tie.From);
            writer.WriteString("title", tie.Type == "DEPUTY_OF" ? "deputy" : (string?)tie.Properties["title"]);
            writer.WriteString("of", tie.To);
            // Whoever acts holds the office; the title says that it is for a time.
            writer.WriteString("status", Words.Of(tie.Status == FactStatus.Acting ? FactStatus.Current : tie.Status));
            Evidence(tie.Evidence);
        }

        private void Family(ResolvedTie tie)
        {
            writer.WriteString("a", tie.From);
            writer.WriteString("b", tie.To);
            writer.WriteString("relation", (string?)tie.Properties["relation"]);
            Evidence(tie.Evidence);
        }

        private void Relation(ResolvedTie tie)
        {
            writer.WriteString("a", tie.From);
            writer.WriteString("kind", tie.Type.ToLowerInvariant());
            writer.WriteString("b", tie.To);
            writer.WriteString("status", Words.Of(tie.Status));
            Evidence(tie.Evidence);
        }

        private void Evidence(IEnumerable<string> ids)
            => List("evidence", ids.Select(id => evidenceOf[id]).SelectMany(evidence => FilesOf(evidence).Select(file => (file, evidence))), pair =>
            {
                writer.WriteString("file", pair.file);
                Span(pair.evidence.Span);
                writer.WriteStartObject("trigger");
                Span(pair.evidence.Trigger);
                writer.WriteEndObject();
            });

        private void Span(TextSpan span)
        {
            writer.WriteNumber("start", span.Start);
            writer.WriteNumber("end", span.End);
        }

        private string[] FilesOf(Evidence evidence) => filesOf[evidence.ArticleId[..evidence.ArticleId.LastIndexOf('/')]];

        /// <summary>What is only bounded by the day it was reported on is told with that day.</summary>
        private static string? Iso(EventDate when) => (when.Basis, when.Precision) switch
        {
            (DateBasis.None, _) => null,
            (DateBasis.Reported, _) => Words.Of(when.Latest),
            (_, DatePrecision.Day) => Words.Of(when.Earliest),
            (_, DatePrecision.Month) => when.Earliest?.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            (_, DatePrecision.Year) => when.Earliest?.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
