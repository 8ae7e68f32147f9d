using System.Text;
using ActorGraph.Extraction.Reading;
using ActorGraph.Facts;

namespace ActorGraph.Extraction.Tests.Formats;

/// <summary>A file as somebody wrote it, and what is read from it.</summary>
internal static class Written
{
    public static IReadOnlyList<ReadResult> Read(string name, string text, FieldNames? fields = null, Particulars? given = null) => Read(name, Encoding.UTF8.GetBytes(text), fields, given);

    /// <summary>Messages call the file by its name alone.</summary>
    public static IReadOnlyList<ReadResult> Read(string name, byte[] bytes, FieldNames? fields = null, Particulars? given = null)
    {
        var folder = Directory.CreateTempSubdirectory("actorgraph-formats-").FullName;
        try
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, bytes);
            return DocumentReader.Documents(path, given ?? Particulars.None, fields).Select(unread => unread.Read())
                .Select(read => read with { Problem = read.Problem?.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) }).ToList();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static Document Document(string name, string text, FieldNames? fields = null, Particulars? given = null) => Document(name, Encoding.UTF8.GetBytes(text), fields, given);

    public static Document Document(string name, byte[] bytes, FieldNames? fields = null, Particulars? given = null)
    {
        var read = Assert.Single(Read(name, bytes, fields, given));
        Assert.Null(read.Problem);
        return read.Document!;
    }

    public static string Problem(string name, string text, FieldNames? fields = null) => Problem(name, Encoding.UTF8.GetBytes(text), fields);

    public static string Problem(string name, byte[] bytes, FieldNames? fields = null)
    {
        var read = Assert.Single(Read(name, bytes, fields));
        Assert.Null(read.Document);
        return read.Problem!;
    }
}
