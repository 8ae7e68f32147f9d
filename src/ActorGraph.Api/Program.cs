return await ActorGraph.Api.Commands.ActorGraphCommand.RunAsync(args);
