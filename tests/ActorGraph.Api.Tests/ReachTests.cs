using System.Text.Json;
using ActorGraph.Api.Tests.Running;

namespace ActorGraph.Api.Tests;

/// <summary>Everything in the graph can be reached over HTTP, each fact with its evidence.</summary>
[Collection("Server")]
public sealed class ReachTests(RunningServer server)
{
    private const string Met = """{ paths(from: "Kalin", to: "Haftar", first: 1) { results { steps { id meeting { node { id ... on Meeting { title } } } } } } }""";

    [Fact]
    public async Task An_actor_has_offices_family_relations_meetings_and_sightings()
    {
        var actor = (await AnswerAsync("""
            { actor(name: "Khalifa Haftar") { id name kind summary facts(first: 3) { sentence }
                offices { totalCount nodes { sentence detail from { name } to { name } status evidence(first: 1) { quote document { id title } } } }
                postings { nodes { sentence } } family { nodes { sentence detail from { name } to { name } } } relations(first: 2) { nodes { id relation sentence } pageInfo { hasNextPage endCursor } }
                meetings(first: 3, status: [OCCURRED]) { totalCount nodes { title when { earliest latest basis } places { name } participants { role actor { name } onBehalfOf { name } } } }
                sightings(first: 2) { totalCount nodes { name names kind article { id language document { id } } mentions { start end } } } } }
            """)).GetProperty("actor");
        foreach (var list in (string[])["offices", "family", "relations", "meetings", "sightings"]) Assert.NotEqual(0, actor.GetProperty(list).GetProperty("nodes").GetArrayLength());
        Assert.Contains(actor.GetProperty("family").GetProperty("nodes").EnumerateArray(), tie => tie.GetProperty("from").GetProperty("name").GetString()!.StartsWith("Saddam", StringComparison.Ordinal));
        Assert.All(actor.GetProperty("meetings").GetProperty("nodes").EnumerateArray(), meeting =>
            Assert.Contains(meeting.GetProperty("participants").EnumerateArray(), who => who.GetProperty("actor").GetProperty("name").GetString() == "Khalifa Haftar"));
        Assert.NotEmpty(actor.GetProperty("offices").GetProperty("nodes")[0].GetProperty("evidence")[0].GetProperty("quote").GetString()!);
    }

    [Fact]
    public async Task A_meeting_has_its_accounts_side_by_side_and_every_quote_stands_in_its_document()
    {
        var id = (await AnswerAsync(Met)).GetProperty("paths").GetProperty("results")[0].GetProperty("steps")[0].GetProperty("id").GetString();
        var meeting = (await AnswerAsync("""
            query($id: ID!) { meeting(id: $id) { id title kind status disputed when { text basis earliest latest } places { name }
                participants { role documents origins quote actor { id name } }
                accounts { kind status when { text } participants { name role actor { name } } places { name place { name } } article { id language text } evidence { quote start end saidBy document { id text } } }
                evidence(first: 2) { quote } } }
            """, new { id })).GetProperty("meeting");
        var accounts = meeting.GetProperty("accounts").EnumerateArray().ToList();
        Assert.True(accounts.Select(account => account.GetProperty("evidence").GetProperty("document").GetProperty("id").GetString()).Distinct().Count() > 1);
        Assert.All(accounts, account =>
        {
            var evidence = account.GetProperty("evidence");
            var (start, end) = (evidence.GetProperty("start").GetInt32(), evidence.GetProperty("end").GetInt32());
            Assert.Equal(evidence.GetProperty("quote").GetString(), evidence.GetProperty("document").GetProperty("text").GetString()![start..end]);
            Assert.True(account.GetProperty("participants").GetArrayLength() > 0);
        });
        Assert.Equal(2, meeting.GetProperty("evidence").GetArrayLength());
    }

    [Fact]
    public async Task Every_id_of_an_answer_leads_to_its_node()
    {
        var lists = await AnswerAsync("""
            { actors(first: 3) { nodes { id __typename } } meetings(first: 3) { nodes { id __typename } } relations(first: 3) { nodes { id __typename } }
              documents(first: 3) { nodes { id __typename articles { id __typename sightings(first: 1) { nodes { id __typename actor { id __typename } } } } } } }
            """);
        var ids = Nodes(lists).DistinctBy(node => node.Id).ToList();
        Assert.Equal(["Actor", "Article", "Document", "Meeting", "Relationship", "Sighting"], ids.Select(node => node.Type).Distinct().Order(StringComparer.Ordinal));
        foreach (var (id, type) in ids)
        {
            var node = (await AnswerAsync("query($id: ID!) { node(id: $id) { id __typename } }", new { id })).GetProperty("node");
            Assert.Equal((id, type), (node.GetProperty("id").GetString(), node.GetProperty("__typename").GetString()));
        }

        Assert.Equal(JsonValueKind.Null, (await AnswerAsync("""{ node(id: "doc:0000000000000000") { id } }""")).GetProperty("node").ValueKind);
    }

    [Fact]
    public async Task An_old_id_finds_who_now_holds_its_member()
    {
        var sightings = (await AnswerAsync("""{ actor(name: "Khalifa Haftar") { id sightings(first: 50) { nodes { id name kind } } } }""")).GetProperty("actor");
        var old = sightings.GetProperty("sightings").GetProperty("nodes").EnumerateArray()
            .Select(sighting => Knowledge.Identity.ActorIds.Of(new(sighting.GetProperty("id").GetString()!, "", Facts.ActorType.Person, sighting.GetProperty("name").GetString()!, [], [], null, [])))
            .First(id => id != sightings.GetProperty("id").GetString());
        var node = (await AnswerAsync("query($id: ID!) { node(id: $id) { id } actor(id: $id) { id } }", new { id = old }));
        foreach (var field in (string[])["node", "actor"]) Assert.Equal(sightings.GetProperty("id").GetString(), node.GetProperty(field).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("actors", "")]
    [InlineData("actors", "kinds: [COUNTRY, PLACE],")]
    [InlineData("meetings", "")]
    [InlineData("meetings", "participants: [\"Khalifa Haftar\"],")]
    [InlineData("relations", "")]
    [InlineData("relations", "between: [\"Khalifa Haftar\"],")]
    [InlineData("documents", "")]
    [InlineData("timeline", "actors: [\"Kalin\", \"Khalifa Haftar\"],")]
    public async Task Pages_of_a_list_follow_each_other_without_a_gap(string list, string arguments)
    {
        var all = (await AnswerAsync($$"""{ l: {{list}}({{arguments}} first: 200) { totalCount nodes { id } pageInfo { hasNextPage } } }""")).GetProperty("l");
        var ids = all.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToList();
        Assert.Equal((ids.Count, false), (all.GetProperty("totalCount").GetInt32(), all.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
        var (paged, after, more) = (new List<string?>(), (string?)null, true);
        var size = Math.Max(1, ids.Count / 3);
        while (more)
        {
            var page = (await AnswerAsync($$"""query($after: String) { l: {{list}}({{arguments}} first: {{size}}, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }""", new { after })).GetProperty("l");
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            paged.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
            (after, more) = (page.GetProperty("pageInfo").GetProperty("endCursor").GetString(), page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        }

        Assert.Equal(ids, paged);
        Assert.NotEmpty(ids);
    }

    [Fact]
    public async Task Lists_hold_what_was_asked_for()
    {
        var answer = await AnswerAsync("""
            { both: meetings(participants: ["Kalin", "Khalifa Haftar"]) { nodes { participants { actor { name } } } }
              benghazi: meetings(place: ["Benghazi"]) { nodes { places { name } } }
              then: meetings(since: "2025-08-01", until: "2025-09-30", undated: false) { nodes { when { earliest latest } } }
              about: meetings(about: "benghazi PORT") { nodes { evidence(first: 50) { quote } } }
              between: relations(between: ["Saddam Haftar", "Khalifa Haftar"]) { nodes { relation from { name } to { name } } }
              family: relations(kinds: [FAMILY_OF]) { nodes { relation } }
              naming: documents(naming: ["Kalin"], about: "haftar") { nodes { title origin extraction articles { language } } }
              presidents: actors(about: "PRESIDENT", kinds: [PERSON]) { nodes { name } }
              order: timeline(actor: "Kalin", kinds: [MET], undated: false) { nodes { sentence when { earliest latest } meeting { id } relation { id } } } }
            """);
        List<JsonElement> Of(string name) => answer.GetProperty(name).GetProperty("nodes").EnumerateArray().ToList();
        foreach (var name in (string[])["both", "benghazi", "then", "about", "family", "naming", "presidents", "order"]) Assert.NotEmpty(Of(name));
        Assert.All(Of("both"), meeting => Assert.Equal(2, meeting.GetProperty("participants").EnumerateArray().Count(who => who.GetProperty("actor").GetProperty("name").GetString() is "Ibrahim Kalin" or "Khalifa Haftar")));
        Assert.All(Of("benghazi"), meeting => Assert.Contains(meeting.GetProperty("places").EnumerateArray(), place => place.GetProperty("name").GetString()!.Contains("Benghazi", StringComparison.Ordinal)));
        Assert.All(Of("about"), meeting => Assert.Contains(meeting.GetProperty("evidence").EnumerateArray(), e => e.GetProperty("quote").GetString()!.Contains("Benghazi Port", StringComparison.OrdinalIgnoreCase)));
        Assert.All(Of("family"), tie => Assert.Equal("FAMILY_OF", tie.GetProperty("relation").GetString()));
        var days = Of("order").Select(entry => entry.GetProperty("when") is var when && when.GetProperty("earliest").GetString() is { } first ? first : when.GetProperty("latest").GetString()).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
    }

    [Theory]
    [InlineData("{ meetings(first: 201) { nodes { id } } }", "ActorGraph.ClientError.Filter.Invalid")]
    [InlineData("{ meetings(after: \"nonsense\") { nodes { id } } }", "ActorGraph.ClientError.Filter.Invalid")]
    [InlineData("{ meetings(participants: [\"Zaphod Beeblebrox\"]) { nodes { id } } }", "ActorGraph.ClientError.Actor.NotFound")]
    [InlineData("{ relations(kinds: [MET]) { nodes { id } } }", "ActorGraph.ClientError.Filter.Invalid")]
    [InlineData("{ timeline { nodes { id } } }", "ActorGraph.ClientError.Filter.Invalid")]
    [InlineData("{ meetings(first: 200) { nodes { participants { actor { meetings(first: 200) { nodes { title } } } } } } }", "COMPLEXITY")]
    public async Task A_list_that_cannot_be_given_says_why(string query, string code)
        => Assert.Equal(code, (await server.AskAsync(query)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

    private static IEnumerable<(string Id, string Type)> Nodes(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Nodes),
        JsonValueKind.Object => (json.TryGetProperty("id", out var id) ? [(id.GetString()!, json.GetProperty("__typename").GetString()!)] : Enumerable.Empty<(string, string)>())
            .Concat(json.EnumerateObject().SelectMany(property => Nodes(property.Value))),
        _ => [],
    };

    private async Task<JsonElement> AnswerAsync(string query, object? variables = null)
    {
        var answer = await server.AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        return answer.GetProperty("data");
    }
}
