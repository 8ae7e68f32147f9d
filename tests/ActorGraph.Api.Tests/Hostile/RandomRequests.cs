using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorGraph.Api.GraphQl;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>Requests at random, the same for one seed: questions that follow the schema, and what is left of them when parts are torn out, doubled and swapped.</summary>
public sealed class RandomRequests(int seed)
{
    private const int Deepest = 5;

    private static readonly ISchema Schema = GraphQlServices.Schema(new QueryType(), new MutationType(), new SubscriptionType());

    private static readonly string[] Texts =
    [
        "Kalin", "Haftar", "Khalifa Haftar", "Benghazi", "Libya", "country:ly", "meeting:d83bec", "doc:8d3019634e7966ce", "doc:8d3019634e7966ce/1", "doc:8d3019634e7966ce/1#s1", "tie:0", "person:", ":", "", " ",
        "\"", "\\", "'; MATCH (n) DETACH DELETE n //", "{$x}", "\u0000", "İ", "ß", "a\u0301", "\ud83d\ude00", "مرحبا", "<script>", "%00", "..", "null", "true", "-1", "CgpkYXk=", "MjAyNQo=", "2025-08-25", "0001-01-01", "9999-12-31", "2025-02-30",
    ];

    private static readonly string[] Numbers = ["0", "1", "2", "3", "20", "-1", "200", "201", "2147483647", "2147483648", "-2147483648", "1e3", "1.5", "99999999999999999999"];

    private static readonly string[] Known = ["Kalin", "Khalifa Haftar", "Libya", "doc:8d3019634e7966ce", "meeting:d83bec", "country:ly"];

    private readonly Random random = new(seed);

    /// <summary>Whether this one is to be a question that can be answered.</summary>
    private bool isCareful;

    /// <returns>Method, path with its query string, headers and body of a request.</returns>
    public (string Method, string Path, string? Accept, string? Type, byte[]? Body) Next()
    {
        isCareful = random.Next(2) == 0;
        var text = Operation();
        if (isCareful) return ("POST", "/graphql", null, "application/json", JsonSerializer.SerializeToUtf8Bytes(new { query = text }));
        if (random.Next(3) > 0) text = Torn(text);
        var accept = Pick<string?>([null, "application/json", "application/graphql-response+json", "*/*", "text/event-stream", "application/json;q=0.1, */*;q=0", ",;q=", "text/html;level=1"]);
        if (random.Next(20) == 0) return ("GET", "/graphql?" + Pick(["query", "documentId", "variables", "extensions", "nothing"]) + "=" + Uri.EscapeDataString(text.Length > 2000 ? text[..2000] : text) + "&variables=" + Uri.EscapeDataString(Pick([Json(2), "{", ""])), accept is "text/event-stream" ? null : accept, null, null);
        var body = Encoding.UTF8.GetBytes(random.Next(10) switch
        {
            0 => Json(4),
            1 => $$"""{"query":{{JsonSerializer.Serialize(text)}},"variables":{{Json(3)}},"operationName":{{Json(0)}},"extensions":{{Json(1)}},"documentId":{{Pick(["null", "\"\"", Json(0)])}}}""",
            _ => $$"""{"query":{{JsonSerializer.Serialize(text)}},"variables":{{Variables()}}}""",
        });
        if (random.Next(8) == 0 && body.Length > 0) for (var i = random.Next(4); i >= 0; i--) body[random.Next(body.Length)] = (byte)random.Next(256);
        if (random.Next(40) == 0) body = body[..random.Next(body.Length + 1)];
        return (random.Next(60) == 0 ? Pick(["PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"]) : "POST", "/graphql", accept, random.Next(30) == 0 ? Pick(["text/plain", "application/json; charset=latin1", "application/xml"]) : "application/json", body);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private string Operation()
    {
        (IObjectGraphType Type, string Word) root = random.Next(100) switch { 0 => (Schema.Mutation!, "mutation"), < 5 => (Schema.Subscription!, "subscription"), _ => (Schema.Query, "query") };
        var text = new StringBuilder(root.Word).Append(!isCareful && random.Next(3) == 0 ? " Q($v: String, $w: Int = 3, $f: PathFilter, $l: [ID!])" : "");
        Selection(text, root.Type, 0);
        if (!isCareful && random.Next(10) == 0) text.Append(" fragment F on ").Append(Pick(["Actor", "Meeting", "Query", "Node", "Nothing"])).Append(" { id ...F }");
        return text.ToString();
    }

    private void Selection(StringBuilder text, IGraphType type, int depth)
    {
        if (type is not IComplexGraphType complex) return;
        text.Append(" {");
        var some = 0;
        for (var wanted = 1 + random.Next(4); some < wanted; some++)
        {
            var field = !isCareful && random.Next(12) == 0 ? null : Pick(complex.Fields.ToList());
            if (field is null) text.Append(Pick([" __typename", " ...F", " ... on Actor { id }", " ... on Meeting { title }", " nothing", " __schema { types { name } }", " ... @skip(if: true) { __typename }"]));
            else if (depth < Deepest || field.ResolvedType!.GetNamedType() is not IComplexGraphType) Field(text, field, depth);
            else text.Append(" __typename");
        }

        text.Append(" }");
    }

    private void Field(StringBuilder text, FieldType field, int depth)
    {
        text.Append(' ');
        // Fields of one name have to agree about their arguments.
        if (isCareful || random.Next(4) == 0) text.Append((char)('a' + random.Next(26))).Append(isCareful ? text.Length : random.Next(100)).Append(": ");
        text.Append(field.Name);
        var arguments = (field.Arguments ?? []).Where(argument => argument.ResolvedType is NonNullGraphType && argument.DefaultValue is null ? isCareful || random.Next(50) > 0 : (!isCareful || argument.Name is not "after") && random.Next(isCareful ? 8 : 4) == 0).ToList();
        if (isCareful && field.Name is "actor" && field.Arguments?.Find("name") is { } one) arguments = [one];
        if (isCareful && field.Name is "timeline" && field.Arguments?.Find("actor") is { } of) arguments = [of];
        if (arguments.Count > 0) text.Append('(').AppendJoin(", ", arguments.Select(argument => argument.Name + ": " + Value(argument.ResolvedType!, 0))).Append(')');
        if (!isCareful && random.Next(30) == 0) text.Append(Pick([" @include(if: true)", " @skip(if: $v)", " @nothing"]));
        Selection(text, field.ResolvedType!.GetNamedType(), depth + 1);
    }

    private string Value(IGraphType type, int depth) => !isCareful && random.Next(25) == 0 ? Pick(["$v", "$w", "$f", "$l", "null", "{}", "[]", "ENUM", "\"\"\"block\"\"\""]) : type switch
    {
        NonNullGraphType some => Value(some.ResolvedType!, depth),
        ListGraphType list => depth > 3 ? "[]" : "[" + string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Value(list.ResolvedType!, depth + 1))) + "]",
        EnumerationGraphType words => Pick(words.Values.ToList()).Name,
        IInputObjectGraphType input => "{" + string.Join(", ", input.Fields.Where(_ => random.Next(3) == 0).Select(field => field.Name + ": " + Value(field.ResolvedType!, depth + 1))) + "}",
        IntGraphType => isCareful ? "2" : Pick(Numbers),
        BooleanGraphType => Pick(["true", "false"]),
        DateOnlyGraphType when isCareful => "\"2025-08-25\"",
        _ => JsonSerializer.Serialize(Pick(isCareful ? Known : Texts)),
    };

    private string Variables() => random.Next(3) == 0 ? Json(3) : $$"""{"v":{{JsonSerializer.Serialize(Pick(Texts))}},"w":{{Pick(Numbers)}},"f":{{Json(2)}},"l":{{Json(2)}}}""";

    private string Json(int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => Pick(Numbers),
        1 => Pick(["true", "false", "null"]),
        2 or 3 or 4 => JsonSerializer.Serialize(Pick(Texts)),
        5 => "[" + string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => Json(depth - 1))) + "]",
        _ => "{" + string.Join(",", Enumerable.Range(0, random.Next(4)).Select(i => JsonSerializer.Serialize(Pick(["query", "variables", "v", "relations", "since", "first", i.ToString(CultureInfo.InvariantCulture)])) + ":" + Json(depth - 1))) + "}",
    };

    /// <summary>Parts are torn out, doubled, swapped and replaced.</summary>
    private string Torn(string text)
    {
        for (var times = 1 + random.Next(3); times > 0 && text.Length > 2; times--)
        {
            var (from, to) = (random.Next(text.Length), random.Next(text.Length));
            if (from > to) (from, to) = (to, from);
            to = Math.Min(to, from + 40);
            text = random.Next(5) switch
            {
                0 => text[..from] + text[to..],
                1 => text[..to] + text[from..],
                2 => text[..from] + Pick(["{", "}", "(", ")", "[", "]", "...", "$", "@", "!", ":", "\"", "\"\"\"", "#", ",", "|", "&", "\u0000", "\uFEFF", "\\u{110000}", "0x1", "query", "fragment on on on"]) + text[from..],
                3 => text[to..] + text[..from],
                _ => text[..from] + string.Concat(Enumerable.Repeat(text[from..to], 1 + random.Next(20))) + text[to..],
            };
        }

        return text;
    }
}
