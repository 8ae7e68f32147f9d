using ActorGraph.Benchmarks;

return args switch
{
    ["paths", .. var rest] => await PathBenchmark.RunAsync(rest),
    ["http", .. var rest] => await HttpBenchmark.RunAsync(rest),
    ["extraction"] => ExtractionBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Benchmarks print ratios against a peer or a limit, measured in the same run.
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- paths [PERSONS MEETINGS]    PathFinder beside breadth-first search in C (needs gcc and shared/bench)
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- http [PERSONS MEETINGS]     questions over HTTP beside a fixed reply, and hostile requests (Linux; needs gcc and shared/bench)
          dotnet run -c Release --project tests/ActorGraph.Benchmarks -- extraction                  articles a second beside the bound of 50
        """);
    return 2;
}
