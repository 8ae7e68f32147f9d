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

    private static void Program(string name, string install) => Skip.IfNot(HasProgram(name), $"Needs {name}: {install}.");

    public static bool HasProgram(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
