namespace ActorGraph.Api;

/// <summary>What a person gave cannot be used; the message is the one line they read.</summary>
public sealed class InputException(string message) : Exception(message);
