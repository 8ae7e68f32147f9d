using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Document = ActorGraph.Facts.Document;

namespace ActorGraph.Extraction.Reading;

/// <summary>A saved page → its headline and main text, and what it says about itself.</summary>
internal static class HtmlPage
{
    private const string Nowhere = "https://page.invalid/";

    /// <summary>Parts of a page that are never its text.</summary>
    private const string Surroundings = "script, style, noscript, template, svg, iframe, form, nav, footer, aside, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [aria-hidden=true]";

    public static ReadResult Read(byte[] bytes, string name, Particulars given)
    {
        var (html, problem) = TextDecoding.Page(bytes);
        if (html is null) return new(null, $"{name} {problem}");
        try
        {
            var page = Parse(html);
            var about = HtmlMetadata.Of(page);
            var main = MainText(page);
            if (main.Length == 0) return new(null, $"{name} is a page without text. Save it when its text is shown, or save the text alone.");
            var text = about.Title is { } title && !BeginsWith(main, title) ? title + "\n\n" + main : main;
            about = given.Or(about);
            return new(new Document(Document.IdOf(bytes), text, about.Title, about.Source, about.PublishedAt, about.Author), null);
        }
        catch (PageException wrong)
        {
            return new(null, $"{name} {wrong.Message}");
        }
    }

    /// <summary>The tree of a page, of bounded size and depth.</summary>
    /// <exception cref="PageException">It is beyond the bounds.</exception>
    private static IHtmlDocument Parse(string html)
    {
        var count = 0;
        IElement? before = null;
        return new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = ReadingLimits.HtmlDepth + 8,
            IsNotSupportingFrames = true,
            SkipComments = true,
            ShouldEmitAttribute = (ref StructHtmlToken token, ReadOnlyMemory<char> _) => token.Attributes.Count < ReadingLimits.HtmlAttributes,
            OnCreated = (element, _) =>
            {
                if (++count > ReadingLimits.HtmlElements) throw new PageException($"has more than {ReadingLimits.HtmlElements} elements. Save the article's text alone.");
                // An element gets its parent after it is made, so the one before it is measured; now and then, as measuring costs steps.
                if (count % 32 == 0 && before is not null && Depth(before) > ReadingLimits.HtmlDepth) throw new PageException($"nests its elements more than {ReadingLimits.HtmlDepth} deep. Save the article's text alone.");
                before = element;
            },
        }).ParseDocument(html);
    }

    private static int Depth(INode node)
    {
        var depth = 0;
        for (var at = node; at is not null; at = at.Parent) depth++;
        return depth;
    }

    private static string MainText(IHtmlDocument page)
    {
        foreach (var part in page.QuerySelectorAll(Surroundings).ToList()) part.Remove();
        var best = "";
        if (page.All.Length <= ReadingLimits.ScoredElements && page.DocumentElement.TextContent.Length <= ReadingLimits.ScoredCharacters)
        {
            foreach (var element in page.All) Shorten(element);
            using var reader = new SmartReader.Reader(Nowhere, (IHtmlDocument)page.Clone(deep: true)) { DisableJSONLD = true };
            reader.AddCustomOperationEnd(element => best = HtmlText.Of(WithoutMenus(element)));
            var marked = Marked(WithoutMenus(page));
            reader.GetArticle();
            return best.Length > 0 && Prose(best) * 3 >= Prose(marked) ? best : marked;
        }

        return Marked(page);
    }

    /// <summary>Without the attributes whose length says that they are no words: pictures, and what wants to take time.</summary>
    private static void Shorten(IElement element)
    {
        foreach (var attribute in element.Attributes.Where(attribute => attribute.Value.Length > ReadingLimits.ParticularCharacters).ToList()) element.RemoveAttribute(attribute.Name);
    }

    /// <summary>The part that the page marks as its article or its main part, else all of it.</summary>
    private static string Marked(IHtmlDocument page)
    {
        var articles = page.QuerySelectorAll("article");
        var part = articles.Length == 1 ? articles[0] : page.QuerySelector("[itemprop=articleBody]") ?? page.QuerySelector("main, [role=main]") ?? page.Body ?? page.DocumentElement;
        return HtmlText.Of(part);
    }

    private static T WithoutMenus<T>(T part) where T : IParentNode
    {
        foreach (var list in part.QuerySelectorAll("ul, ol").Where(IsMenu).ToList()) list.Remove();
        return part;
    }

    /// <summary>Whether a list holds links and nothing else: it leads elsewhere, and the names in it are not of this text.</summary>
    private static bool IsMenu(IElement list)
    {
        const int Fewest = 3;
        var links = list.QuerySelectorAll("a[href]");
        return links.Length >= Fewest && Letters(list.TextContent) <= links.Sum(link => Letters(link.TextContent));
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    /// <summary>Characters in lines that are long enough to be sentences: menus and teasers are many and short.</summary>
    private static int Prose(string text)
    {
        const int Sentence = 80;
        return text.Split('\n').Where(line => line.Length >= Sentence).Sum(line => line.Length);
    }

    /// <summary>Whether the title is one of the first lines, where a page may put its date or section before it.</summary>
    private static bool BeginsWith(string text, string title)
    {
        const int Lines = 6;
        return text.Split('\n', Lines + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Lines).Any(line => line.Equals(title, StringComparison.OrdinalIgnoreCase));
    }
}
