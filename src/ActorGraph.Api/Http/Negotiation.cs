using Microsoft.Net.Http.Headers;

namespace ActorGraph.Api.Http;

/// <summary>Which type of answer a caller prefers, and whether it takes events.</summary>
/// <param name="Type">One of the constants; null where the caller takes none of them.</param>
/// <param name="TakesEvents">Whether a subscription can be answered.</param>
internal readonly record struct Negotiation(string? Type, bool TakesEvents)
{
    public const string ResponseJson = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string Events = "text/event-stream";

    public static Negotiation Of(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return new(Json, TakesEvents: false);
        var inOrder = accepted.Where(accept => accept.Quality is not 0).OrderByDescending(accept => accept.Quality ?? 1).ToList();
        return new(inOrder.Select(Meant).FirstOrDefault(type => type is not null), inOrder.Any(accept => Meant(accept) == Events));
    }

    public static bool IsJson(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static string? Meant(MediaTypeHeaderValue accept)
        => accept.MatchesAllTypes || Is(accept, Json) || Is(accept, "application/*") ? Json : Is(accept, ResponseJson) ? ResponseJson : Is(accept, Events) || Is(accept, "text/*") ? Events : null;

    private static bool Is(MediaTypeHeaderValue accept, string type) => accept.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
