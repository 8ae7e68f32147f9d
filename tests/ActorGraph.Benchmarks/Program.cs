using ActorGraph.Benchmarks;

return args switch
{
    ["paths", .. var rest] => await PathBenchmark.RunAsync(rest),
    ["loading", .. var rest] => await LoadingBenchmark.RunAsync(rest),
    ["neo4j-paths", _, ..] => await Neo4jBenchmark.PathsAsync(args[1..]),
    ["neo4j", .. var rest] => await Neo4jBenchmark.RunAsync(rest),
    ["http", .. var rest] => await HttpBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    ["extraction", .. var rest] => await ExtractionBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Benchmarks print ratios against a peer or a limit, measured in the same run.
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- paths [PERSONS MEETINGS]    PathFinder beside breadth-first search in C (needs gcc and shared/bench)
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- loading [DOCUMENTS [WORDS]]        what the 100th, 1,000th, 10,000th document costs, and the ratio (bound: 2)
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- neo4j [PERSONS MEETINGS]    PathFinder beside Neo4j's own shortest paths, batched writes beside a loop (needs Java, gcc, shared/bench and shared/neo4j)
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- neo4j-paths FOLDER [PERSONS MEETINGS]    only the former, with the server's data in a folder that is kept for the next run
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- http [PERSONS MEETINGS]     questions over HTTP beside a fixed reply, and hostile requests (Linux; needs gcc and shared/bench)
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- search [ACTORS]             names and their beginnings among many actors beside a look at every key (bound: 1)
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- extraction [DOCUMENTS]      articles a second beside bounds, memory over many documents, time over the length of a text
        """);
    return 2;
}
