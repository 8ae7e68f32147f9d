using System.Globalization;
using System.Text.Json;
using ActorGraph.Extraction.Reading;

namespace ActorGraph.Api.Documents;

/// <param name="Problem">Why nothing can be read there, null where something can.</param>
internal sealed record FoundFile(string Path, string? Problem);

/// <summary>Finds the texts that paths name, and reads them with what is said about them beside them.</summary>
internal static class DocumentFiles
{
    /// <summary>A file is taken as it is; a folder gives its documents and those of its folders, ordinal order. What cannot be looked into is told in its place.</summary>
    public static IReadOnlyList<FoundFile> Find(IEnumerable<string> paths)
    {
        var found = new List<FoundFile>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var before = found.Count;
                Walk(path, visited, found);
                if (found.Count == before) found.Add(new(path, $"{path} holds no document: no file that ends with {DocumentFormats.Endings}."));
            }
            else found.Add(new(path, File.Exists(path) ? null : $"{path} does not exist."));
        }

        return found.DistinctBy(file => Path.GetFullPath(file.Path)).ToList();
    }

    /// <summary>The documents of a file; what is said about them comes from the flags, else from NAME.meta.json beside it, else from themselves.</summary>
    public static IEnumerable<UnreadDocument> Documents(FoundFile file, Particulars given, FieldNames fields)
    {
        var problem = file.Problem;
        if (problem is null)
        {
            try
            {
                return DocumentReader.Documents(file.Path, given.Or(About.Beside(file.Path)), fields);
            }
            catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                problem = wrong.Message;
            }
        }

        return [new(file.Path, () => new(null, problem))];
    }

    private static void Walk(string folder, HashSet<string> visited, List<FoundFile> found)
    {
        // A link may lead back up.
        if (!visited.Add(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder))) return;
        try
        {
            var files = Directory.EnumerateFiles(folder).Where(file => DocumentFormats.IsKnown(file) && !IsHidden(file)).Order(StringComparer.Ordinal).ToList();
            found.AddRange(files.Where(file => !IsAboutAnother(file, files)).Select(file => new FoundFile(file, null)));
            foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !IsHidden(inner) && !IsPartOfPage(inner, files)).Order(StringComparer.Ordinal)) Walk(inner, visited, found);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            found.Add(new(folder, $"{folder} cannot be read: {failure.Message}"));
        }
    }

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');

    /// <summary>NAME.meta.json, or any NAME.WORD.json, beside NAME.txt tells about that text, and is no document.</summary>
    private static bool IsAboutAnother(string file, List<string> files)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var dot = name.LastIndexOf('.');
        return dot > 0 && string.Equals(Path.GetExtension(file), ".json", StringComparison.OrdinalIgnoreCase)
            && files.Exists(other => Path.GetFileNameWithoutExtension(other) == name[..dot]);
    }

    /// <summary>What a browser puts beside a page that it saves: NAME_files beside NAME.html, in its user's language.</summary>
    private static bool IsPartOfPage(string folder, List<string> files)
        => files.Exists(file => DocumentFormats.Of(file) == DocumentFormat.Html && Path.GetFileNameWithoutExtension(file) is { Length: > 0 } name
            && Path.GetFileName(folder) is var beside && beside.Length > name.Length && beside.StartsWith(name, StringComparison.Ordinal) && beside[name.Length] is '_' or '-' or '.');

    /// <summary>What a file beside a document says about it.</summary>
    private static class About
    {
        public static Particulars Beside(string path)
        {
            var beside = Path.ChangeExtension(path, ".meta.json");
            if (!File.Exists(beside)) return Particulars.None;
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(beside));
                return new(Text(json, "title"), Text(json, "author"), Text(json, "source"), Day(Text(json, "publishedAt"), beside));
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
            {
                throw new InvalidDataException($$"""{{beside}} is not as expected, so its text was not loaded; write {"title": "…", "source": "…", "publishedAt": "2025-08-25"}: {{wrong.Message}}""", wrong);
            }
        }

        private static string? Text(JsonDocument json, string name)
            => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

        private static DateOnly? Day(string? text, string beside) => text is null ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new InvalidDataException($"{beside} says it was published at '{text}', so its text was not loaded; write a day as 2025-08-25.");
    }
}
