using System.Globalization;
using System.Text.Json;
using ActorGraph.Extraction.Reading;

namespace ActorGraph.Api.Documents;

/// <param name="Problem">Why nothing can be read there, null where something can.</param>
internal sealed record FoundFile(string Path, string? Problem);

/// <summary>Finds the texts that paths name, and reads them with what is said about them beside them.</summary>
internal static class DocumentFiles
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".md" };

    /// <summary>A file is taken as it is; a folder gives its texts and those of its folders, ordinal order. What cannot be looked into is told in its place.</summary>
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
                if (found.Count == before) found.Add(new(path, $"{path} holds no .txt or .md file."));
            }
            else found.Add(new(path, File.Exists(path) ? null : $"{path} does not exist."));
        }

        return found.DistinctBy(file => Path.GetFullPath(file.Path)).ToList();
    }

    /// <summary>Reads a text; title, source and date come from the flags, else from NAME.meta.json beside it.</summary>
    public static ReadResult Read(string path, string? source = null, DateOnly? publishedAt = null)
    {
        try
        {
            var about = About.Beside(path);
            return DocumentReader.Read(File.ReadAllBytes(path), path, about.Title, source ?? about.Source, publishedAt ?? about.PublishedAt);
        }
        catch (InvalidDataException wrong)
        {
            return new(null, wrong.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(null, $"{path} cannot be read: {failure.Message}");
        }
    }

    private static void Walk(string folder, HashSet<string> visited, List<FoundFile> found)
    {
        // A link may lead back up.
        if (!visited.Add(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder))) return;
        try
        {
            found.AddRange(Directory.EnumerateFiles(folder).Where(file => Extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal).Select(file => new FoundFile(file, null)));
            foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)) Walk(inner, visited, found);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            found.Add(new(folder, $"{folder} cannot be read: {failure.Message}"));
        }
    }

    private sealed record About(string? Title, string? Source, DateOnly? PublishedAt)
    {
        public static About Beside(string path)
        {
            var beside = Path.ChangeExtension(path, ".meta.json");
            if (!File.Exists(beside)) return new(null, null, null);
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(beside));
                return new(Text(json, "title"), Text(json, "source"), Day(Text(json, "publishedAt"), beside));
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
