using System.Diagnostics;
using Xunit;

namespace ActorGraph.Testing;

/// <summary>What a test needs beyond the SDK; where it is missing the test skips, in the one form that CI reads: "Needs NAME: what to do."</summary>
public static class Need
{
    public static void Java() => Program("java", "install a Java 17 runtime (apt-get install openjdk-17-jre-headless)");

    public static void Node() => Program("node", "install Node 20 or newer");

    public static void Python() => Program("python3", "install Python 3 (apt-get install python3)");

    public static void Curl() => Program("curl", "install curl (apt-get install curl)");

    public static void C() => Program("gcc", "install a C compiler (apt-get install gcc libc6-dev)");

    public static void Chromium() => Program("chromium", "install Chromium (apt-get install chromium)");

    public static void Docker() => Skip.IfNot(HasDocker, "Needs docker: start a Docker daemon.");

    /// <summary>An empty file system of its own in a folder, so small that it can be filled.</summary>
    public static void Mount(string folder, string size)
        => Skip.IfNot(HasProgram("mount") && Mounts("-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder), "Needs mount: run as root where a tmpfs may be mounted.");

    /// <summary>Gives a mounted folder another size.</summary>
    public static void Resize(string folder, string size) => Skip.IfNot(Mounts("-o", $"remount,size={size}", folder), "Needs mount: the file system could not be made larger.");

    public static bool HasDocker => File.Exists("/var/run/docker.sock");

    /// <summary>Whether the server that stands beside the repository can be started.</summary>
    public static bool HasNeo4j => HasProgram("java") && Path.Exists(Path.Combine(SharedFolder, "neo4j"));

    /// <summary>Skips unless the slow tests were asked for.</summary>
    public static void Time() => Skip.IfNot(Environment.GetEnvironmentVariable("ACTORGRAPH_SLOW") == "1", "Needs slow: set ACTORGRAPH_SLOW=1.");

    /// <summary>A path inside the folder of annotated documents, servers and scenarios that stands beside the repository.</summary>
    public static string Shared(params string[] path)
    {
        var full = Path.GetFullPath(Path.Combine([SharedFolder, .. path]));
        Skip.IfNot(Path.Exists(full), $"Needs shared: {Path.Combine(["shared", .. path])} is not beside the repository; set ACTORGRAPH_SHARED to where it is.");
        return full;
    }

    private static string SharedFolder => Environment.GetEnvironmentVariable("ACTORGRAPH_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");

    private static bool Mounts(params string[] arguments)
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", arguments) { RedirectStandardError = true })!;
        mount.WaitForExit();
        return mount.ExitCode == 0;
    }

    private static void Program(string name, string install) => Skip.IfNot(HasProgram(name), $"Needs {name}: {install}.");

    public static bool HasProgram(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
