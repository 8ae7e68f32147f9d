using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ActorGraph.Conformance")]
[assembly: InternalsVisibleTo("ActorGraph.Engine.Tests")]
