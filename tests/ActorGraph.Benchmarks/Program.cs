using ActorGraph.Benchmarks;

return args.FirstOrDefault() switch
{
    "extraction" => ExtractionBenchmark.Run(),
    _ => 0,
};
