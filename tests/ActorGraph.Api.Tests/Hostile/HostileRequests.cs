using System.Text.Json;

namespace ActorGraph.Api.Tests.Hostile;

/// <summary>Requests that were made to cost much, each with the code that refuses it.</summary>
public static class HostileRequests
{
    private const int Little = 60_000;

    public static IReadOnlyDictionary<string, (string Body, string Code)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["a chain of 2,000 fragments"] = (Query("{...a0}" + Repeated(2_000, i => $"fragment a{i} on Query{{...a{i + 1}}}")), "QUERY_TOO_LARGE"),
        ["10,000 aliases"] = (Query("{" + Repeated(10_000, i => $"a{i}:stats{{people}}") + "}"), "QUERY_TOO_LARGE"),
        ["10,000 times one field"] = (Query("{" + Repeated(10_000, _ => "node ") + "}"), "QUERY_TOO_LARGE"),
        ["5 MB of braces"] = (new string('{', 5_000_000), "REQUEST_TOO_LARGE"),
        ["a query of 5 MB of braces"] = (Query(new string('{', 5_000_000)), "REQUEST_TOO_LARGE"),
        ["a body of braces"] = (new string('{', 1_000_000), "BAD_REQUEST"),
        ["a query of 1 MB of braces"] = (Query(new string('{', 1_000_000)), "QUERY_TOO_LARGE"),
        ["a query of braces"] = (Query(new string('{', Little)), "SYNTAX_ERROR"),
        ["fields in fields"] = (Query(Nested(9_000, "{a", "}")), "QUERY_TOO_LARGE"),
        ["lists in lists"] = (Query("{search(text:" + Nested(Little / 2, "[", "]") + "){id}}"), "QUERY_TOO_LARGE"),
        ["objects in objects"] = (Query("{search(text:" + Nested(10_000, "{a:", "}", "1") + "){id}}"), "QUERY_TOO_LARGE"),
        ["lists in lists of a type"] = (Query("query($v:" + Nested(Little / 2, "[", "]", "Int") + "){search(text:\"a\"){id}}"), "QUERY_TOO_LARGE"),
        ["lists in lists of variables"] = (Variables(Nested(30_000, "[", "]")), "BAD_REQUEST"),
        ["a list of 100,000 variables"] = (Variables("[" + string.Join(',', Enumerable.Repeat("1", 100_000)) + "]"), "VARIABLES_TOO_LARGE"),
        ["an object of 50,000 variables"] = (Variables("{" + string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"{i}\":1")) + "}"), "VARIABLES_TOO_LARGE"),
        ["a variable of 900,000 characters"] = ("""{"query":"query($v:String!){search(text:$v){id}}","variables":{"v":""" + $"\"{new string('a', 900_000)}\"}}}}", "ActorGraph.ClientError.Filter.Invalid"),
        ["1,000 variables"] = (Query("query(" + Repeated(1_000, i => $"$v{i}:Int ") + "){search(text:\"a\"){id}}"), "QUERY_TOO_LARGE"),
        ["5,000 directives"] = (Query("{stats" + Repeated(3_000, _ => " @skip(if:true)") + "{people}}"), "QUERY_TOO_LARGE"),
        ["1,000 operations"] = (Query(Repeated(1_000, i => $"query q{i}{{stats{{people}}}}")), "QUERY_TOO_LARGE"),
        ["a list of 5,000 values"] = (Query("{actors(documents:[" + Repeated(5_000, i => $"\"{i}\",") + "]){nodes{id}}}"), "QUERY_TOO_LARGE"),
        ["a comment of 1 MB"] = (Query("#" + new string('#', 900_000)), "QUERY_TOO_LARGE"),
        ["60 searches for paths"] = (Query("{" + Repeated(60, i => $"p{i}:paths(from:\"Kalin\",to:\"Haftar\"){{hasMore}}") + "}"), "COMPLEXITY"),
        ["lists of lists of lists"] = (Query("{meetings(first:200){nodes{participants{actor{meetings(first:200){nodes{participants{actor{meetings(first:200){nodes{title}}}}}}}}}}}"), "COMPLEXITY"),
        ["the schema in the schema"] = (Query("{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}}"), "COMPLEXITY"),
        ["the schema 100 times"] = (Query("{" + Repeated(80, i => $"s{i}:__schema{{types{{fields{{args{{type{{name}}}}}}}}}}") + "}"), "COMPLEXITY"),
        ["the schema by fragments"] = (Query("{__schema{types{...a}}}fragment a on __Type{fields{type{...b}}}fragment b on __Type{fields{type{...c}}}fragment c on __Type{fields{type{...d}}}fragment d on __Type{fields{type{name}}}"), "COMPLEXITY"),
        ["fragments that double 40 times"] = (Query("{...a0}" + Repeated(40, i => $"fragment a{i} on Query{{...a{i + 1} ...a{i + 1}}}") + "fragment a40 on Query{stats{people}}"), "QUERY_TOO_LARGE"),
        ["fragments that double 15 times"] = (Query("{...a0}" + Repeated(15, i => $"fragment a{i} on Query{{...a{i + 1} ...a{i + 1}}}") + "fragment a15 on Query{stats{people}}"), "QUERY_TOO_LARGE"),
        ["one field 240 times with other arguments"] = (Query("{" + Repeated(240, i => $"search(text:\"{i}\"){{id}}") + "}"), "QUERY_TOO_LARGE"),
        ["one field 240 times by fragments"] = (Query("{" + Repeated(24, i => $"...a{i} ") + "}" + Repeated(24, i => $"fragment a{i} on Query{{" + Repeated(10, j => $"search(text:\"{i}-{j}\"){{id}}") + "}")), "QUERY_TOO_LARGE"),
        ["one field 50 times with other arguments"] = (Query("{" + Repeated(50, i => $"search(text:\"{i}\"){{id}}") + "}"), "OVERLAPPING_FIELDS_CAN_BE_MERGED"),
        ["fragments in a circle"] = (Query("{...a}fragment a on Query{...b}fragment b on Query{...a}"), "NO_FRAGMENT_CYCLES"),
        ["a name of 60,000 characters"] = (Query("{" + new string('a', Little) + "}"), "FIELDS_ON_CORRECT_TYPE"),
        ["a number of 50,000 digits"] = (Query("{search(text:\"a\",first:" + new string('9', 50_000) + "){id}}"), "ARGUMENTS_OF_CORRECT_TYPE"),
    };

    private static string Query(string query) => JsonSerializer.Serialize(new { query });

    private static string Variables(string json) => """{"query":"query($v:[ID!]){actors(documents:$v){nodes{id}}}","variables":{"v":""" + json + "}}";

    private static string Repeated(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));

    private static string Nested(int times, string open, string close, string inside = "") => string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times));
}
