using System.Text.Json;
using ActorGraph.Conformance.Scenarios;
using ActorGraph.Facts;
using ActorGraph.Graph;
using ActorGraph.Knowledge.Records;

namespace ActorGraph.Conformance.Documents;

/// <summary>Lists, and what is asked of many rows at once, are the same on both databases.</summary>
[Collection("Both databases")]
public sealed class RecordsTests(BothDatabases databases)
{
    private static readonly PageRequest Page = new(null, 40);

    /// <summary>More than the documents name: countries and organizations sort before people.</summary>
    private static readonly PageRequest EveryActor = new(null, 5_000);

    /// <summary>Rows are pairs, which have fields.</summary>
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    private static readonly FactFilter[] Filters =
    [
        FactFilter.None,
        new() { Status = ["occurred", "current"], Undated = false, Since = new DateOnly(2023, 1, 1), Until = new DateOnly(2025, 12, 31) },
        new() { Kinds = [MeetingKind.Visit, MeetingKind.Call], Relations = ["HOLDS_POSITION", "SUPPORTS"], Disputed = false },
        new() { About = "Libya", Places = ["country:ly", "country:eg"] },
    ];

    [SkippableFact]
    public async Task Both_databases_list_alike()
    {
        var documents = DocumentSet.SeedsAndDev();
        var told = new List<string>();
        foreach (var name in new[] { BothDatabases.Embedded, BothDatabases.Neo4j })
        {
            await databases.ForgetAsync(name);
            var database = await databases.OpenAsync(name);
            await DocumentSet.LoadAsync(database, documents);
            told.Add(string.Join('\n', await ToldAsync(database)));
            await databases.ForgetAsync(name);
        }

        Assert.Equal(told[0], told[1]);
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(IGraphDatabase database)
    {
        await using var session = await database.OpenAsync(SessionOptions.Read, default);
        var told = new List<string>();
        var actors = await ActorReads.ListAsync(session, new(), EveryActor, default);
        var ids = actors.Rows.Select(row => row.Row.Id).ToList();
        var people = ids.Where(id => id.StartsWith("person:", StringComparison.Ordinal)).Take(10).ToList();
        Tell(actors, await ActorReads.CountAsync(session, new(), default), await ActorReads.ListAsync(session, new(["country"], ["doc:735e6983c3799174"], null), Page, default), await ActorReads.ListAsync(session, new(About: "minister"), Page, default));
        Tell(await ActorReads.SummariesAsync(session, ids, default), await ActorReads.DocumentsAsync(session, ids, default), await ActorReads.FactsAsync(session, 5, people, default));
        foreach (var filter in Filters)
        {
            var meetings = await MeetingReads.ListAsync(session, filter, Page, default);
            var next = await MeetingReads.ListAsync(session, filter, new(meetings.Rows.Count > 5 ? meetings.Rows[4].Key : null, 7), default);
            var found = meetings.Rows.Select(row => row.Row.Id).ToList();
            Tell(meetings, next, await MeetingReads.CountAsync(session, filter, default), await MeetingReads.ParticipantsAsync(session, found, default), await MeetingReads.PlacesAsync(session, found, default),
                await MeetingReads.AccountsAsync(session, found, default), await RelationshipReads.EvidenceAsync(session, 2, found, default));
            Tell(await MeetingReads.OfAsync(session, filter, Page, ids, default), await MeetingReads.CountsAsync(session, filter, ids, default), await RelationshipReads.OfAsync(session, filter, Page, ids, default), await RelationshipReads.CountsAsync(session, filter, ids, default));
            foreach (var between in new[] { [], [people[0]], people }) Tell(await RelationshipReads.ListAsync(session, between, filter, Page, default), await RelationshipReads.CountAsync(session, between, filter, default));
            Tell(await RelationshipReads.TimelineAsync(session, people, false, filter, Page, default), await RelationshipReads.CountTimelineAsync(session, people, false, filter, default));
        }

        var held = await DocumentReads.ListAsync(session, new(), Page, default);
        var documents = held.Rows.Select(row => row.Row.Id).ToList();
        var articles = (await DocumentReads.ArticlesAsync(session, documents, default)).Values.SelectMany(list => list).Select(article => article.Id).ToList();
        Tell(held, await DocumentReads.ListAsync(session, new([people[0]], About: "the"), Page, default), await DocumentReads.CountAsync(session, new(), default), await DocumentReads.ProvenanceAsync(session, documents, default),
            await DocumentReads.ArticlesByIdsAsync(session, articles, default), await DocumentReads.SightingsAsync(session, SightingsOf.Articles, Page, articles, default),
            await DocumentReads.SightingsAsync(session, SightingsOf.Actors, new(null, 3), ids, default), await DocumentReads.SightingCountsAsync(session, SightingsOf.Actors, ids, default));
        return told;

        void Tell(params object[] answers) => told.AddRange(answers.Select(answer => Sorted(JsonSerializer.SerializeToElement(answer, Json))));
    }

    /// <summary>What is found by id has no order.</summary>
    private static string Sorted(JsonElement json) => json.ValueKind == JsonValueKind.Object && !json.TryGetProperty("Rows", out _)
        ? string.Join('\n', json.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => property.ToString())) : json.ToString();
}
