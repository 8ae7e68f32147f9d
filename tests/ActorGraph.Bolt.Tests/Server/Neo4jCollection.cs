using ActorGraph.Testing;

namespace ActorGraph.Bolt.Tests.Server;

[CollectionDefinition("Neo4j")]
public class Neo4jCollection : ICollectionFixture<Neo4jServer>;
