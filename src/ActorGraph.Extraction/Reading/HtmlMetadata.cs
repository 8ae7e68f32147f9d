using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ActorGraph.Extraction.Reading;

/// <summary>What a page says about itself: JSON-LD first, then OpenGraph and other meta elements, then what its markup calls title, time and author.</summary>
internal static class HtmlMetadata
{
    private static readonly string[] TitleMetas = ["og:title", "twitter:title", "dc.title", "parsely-title"];
    private static readonly string[] AuthorMetas = ["author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"];
    private static readonly string[] SiteMetas = ["og:site_name", "application-name", "dc.publisher", "twitter:site"];
    private static readonly string[] DayMetas = ["article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "article.published", "originalpublicationdate"];

    /// <summary>What stands between a headline and the name of its site.</summary>
    private static readonly string[] Bars = [" | ", " — ", " – ", " » ", " - "];

    public static Particulars Of(IHtmlDocument page)
    {
        var metas = Metas(page);
        var told = LinkedData(page)
            .Or(new(Particulars.Line(First(metas, TitleMetas)), Author(First(metas, AuthorMetas)), Particulars.Line(First(metas, SiteMetas)?.TrimStart('@')), Day(First(metas, DayMetas))))
            .Or(new(Heading(page), Author(page.QuerySelector("[itemprop=author], [rel=author], .byline, .author")?.TextContent), null, Times(page)));
        return told with { Title = Headline(told.Title, told.Source, told.Author) };
    }

    /// <summary>The title without the site or the author, which many pages put before or behind it.</summary>
    private static string? Headline(string? title, params string?[] others)
    {
        if (title is null) return null;
        bool IsOther(string part) => Array.Exists(others, other => other is not null && other.StartsWith(part.Trim(), StringComparison.OrdinalIgnoreCase));
        foreach (var bar in Bars)
        {
            var (first, last) = (title.IndexOf(bar, StringComparison.Ordinal), title.LastIndexOf(bar, StringComparison.Ordinal));
            if (first <= 0) continue;
            if (IsOther(title[(last + bar.Length)..])) return title[..last];
            if (IsOther(title[..first])) return title[(first + bar.Length)..];
        }

        return title;
    }

    private static Dictionary<string, string> Metas(IHtmlDocument page)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) is { } name && !string.IsNullOrWhiteSpace(meta.GetAttribute("content"))) metas.TryAdd(name.Trim(), meta.GetAttribute("content")!);
        }

        return metas;
    }

    private static string? First(Dictionary<string, string> metas, string[] names) => names.Select(metas.GetValueOrDefault).FirstOrDefault(value => value is not null);

    private static DateOnly? Day(string? text) => text is null ? null : StatedDay.Read(text);

    /// <summary>A name: neither a link to its page, nor the time that stands beside it.</summary>
    private static string? Author(string? text)
    {
        var line = Particulars.Line(text);
        if (line is null || line.Contains("://", StringComparison.Ordinal) || line.Length > 200) return null;
        if (line.StartsWith("By ", StringComparison.OrdinalIgnoreCase)) line = line[3..];
        if (line.IndexOfAny(['|', '@']) is > 0 and var aside) line = line[..aside];
        return line.Any(char.IsDigit) ? null : Particulars.Line(line);
    }

    /// <summary>The only first heading of the main part, of the page, or the one that the title begins with; else the title without the site's name behind a bar.</summary>
    private static string? Heading(IHtmlDocument page)
    {
        var title = Particulars.Line(page.QuerySelector("title")?.TextContent);
        var headings = page.QuerySelectorAll("h1").Select(heading => (Element: heading, Text: Particulars.Line(heading.TextContent))).Where(heading => heading.Text is not null).ToList();
        var inside = headings.Where(heading => heading.Element.Closest("article, main, [role=main]") is not null).ToList();
        if (inside.Count == 1) return inside[0].Text;
        if (headings.Count == 1) return headings[0].Text;
        if (title is null) return null;
        if (headings.Find(heading => title.StartsWith(heading.Text!, StringComparison.OrdinalIgnoreCase)).Text is { } named) return named;
        var bar = Bars.Where(mark => mark != " - ").Max(mark => title.LastIndexOf(mark, StringComparison.Ordinal));
        return bar > title.Length / 2 ? title[..bar] : title;
    }

    /// <summary>A time that is marked as the one of publishing, else the only one of the article.</summary>
    private static DateOnly? Times(IHtmlDocument page)
    {
        var marked = page.QuerySelector("time[pubdate], time[itemprop=datePublished], [itemprop=datePublished]");
        if (marked is not null && Day(marked.GetAttribute("datetime") ?? marked.GetAttribute("content") ?? marked.TextContent) is { } day) return day;
        var days = page.QuerySelectorAll("article time, main time, header time").Select(time => Day(time.GetAttribute("datetime") ?? time.TextContent)).OfType<DateOnly>().Distinct().Take(2).ToList();
        return days.Count == 1 ? days[0] : null;
    }

    private static Particulars LinkedData(IHtmlDocument page)
    {
        var told = Particulars.None;
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { MaxDepth = ReadingLimits.JsonDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                foreach (var article in Articles(json.RootElement, 0)) told = told.Or(Article(article));
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException)
            {
                // A page's broken block says nothing; what else it says about itself stands.
                continue;
            }
        }

        return told;
    }

    private static IEnumerable<JsonElement> Articles(JsonElement element, int depth)
    {
        if (depth > 3) return [];
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(item => Articles(item, depth + 1));
        if (element.ValueKind != JsonValueKind.Object) return [];
        if (element.TryGetProperty("@graph", out var graph)) return Articles(graph, depth + 1);
        return element.TryGetProperty("@type", out var type) && IsArticle(type) ? [element] : [];
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticle)
        : type.ValueKind == JsonValueKind.String && type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report" or "AnalysisNewsArticle");

    private static Particulars Article(JsonElement article)
        => new(Text(article, "headline") ?? Text(article, "name"), Author(Text(article, "author") ?? Text(article, "creator")), Text(article, "publisher"), Day(Text(article, "datePublished")));

    /// <summary>A string, a thing's name, or the names of several.</summary>
    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        return Particulars.Line(value.ValueKind == JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(Name).OfType<string>()) : Name(value));
    }

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null,
        _ => null,
    };
}
