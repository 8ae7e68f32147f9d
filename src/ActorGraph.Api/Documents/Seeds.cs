using ActorGraph.Engine;

namespace ActorGraph.Api.Documents;

/// <summary>The example documents that a new data folder begins with. A mark stands in the folder until they are all in, so that a first start that was ended is gone on with.</summary>
internal sealed class Seeds
{
    private readonly string mark;

    private Seeds(string mark) => this.mark = mark;

    public IReadOnlyList<FoundFile> Files { get; } = Directory.Exists(Folder) ? DocumentFiles.Find([Folder]) : [];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <returns>The documents to load, null where none are: the graph is there already, a server's, or wanted empty.</returns>
    public static Seeds? Pending(string? dataFolder, bool isUnwanted)
    {
        if (dataFolder is null || isUnwanted) return null;
        var mark = Path.Combine(dataFolder, "loading-examples");
        if (EmbeddedGraph.Exists(dataFolder)) return File.Exists(mark) ? new(mark) : null;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(dataFolder);
        else Directory.CreateDirectory(dataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllBytes(mark, []);
        return new(mark);
    }

    public void Done() => File.Delete(mark);
}
