using ActorGraph.Graph;
using ActorGraph.Knowledge.Paths;

namespace ActorGraph.Api;

/// <summary>Every bound on what a stranger can ask of the program, and on what one command does at a time.</summary>
public static class Limits
{
    /// <summary>Bound on one GraphQL request.</summary>
    public static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(10);

    /// <summary>Bound on one change of the graph.</summary>
    public static readonly TimeSpan WriteTime = TimeSpan.FromSeconds(60);

    /// <summary>How long a load waits for a server that went, or whose leader did. Loading again changes nothing, so an open outcome is tried again as well.</summary>
    public static readonly Retrying LoadRetries = new(TimeSpan.FromSeconds(60), TimeProvider.System, failure => failure.Code != ErrorCodes.LockTimeout && (failure.IsRetryable || failure.Code == ErrorCodes.IncompleteCommit));

    /// <summary>Bytes of the body of a request of somebody who may only read, and of one message of a WebSocket.</summary>
    public const long RequestBytes = 64 * 1024;

    /// <summary>Bytes of the body of a request of somebody who may write: it may hold a document.</summary>
    public const long WriterRequestBytes = 1024 * 1024;

    /// <summary>Characters of a query's text.</summary>
    public const int QueryCharacters = 64 * 1024;

    public const int QueryFields = 500;

    public const int QueryFragments = 50;

    /// <summary>Fields where fragments stand for what is in them.</summary>
    public const int SpreadFields = 2_000;

    /// <summary>Fields of one name in one place.</summary>
    public const int AlikeFields = 50;

    public const int QueryVariables = 100;

    /// <summary>Operations and fragments.</summary>
    public const int QueryDefinitions = 100;

    public const int QueryDepth = 15;

    public const int QueryComplexity = 20_000;

    /// <summary>About how many values a question about the schema may have for an answer; those of the usual tools have less than half.</summary>
    public const int IntrospectionWeight = 400_000;

    /// <summary>Values in a query's text, and again in its variables.</summary>
    public const int Values = 1_000;

    /// <summary>Values of one list: each may cause a look-up.</summary>
    public const int ListItems = 200;

    /// <summary>Questions a second of one token, unless --rate says otherwise; twice as many at once.</summary>
    public const int RequestsPerSecond = 50;

    /// <summary>How long a server asks itself before it says that it is ready.</summary>
    public static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);

    public const int WarmingRounds = 150;

    /// <summary>Parsed and validated queries that are kept.</summary>
    public const int CachedQueries = 500;

    /// <summary>How often the graph's version is asked while somebody watches.</summary>
    public static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>A sign of life on a stream without events.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);

    /// <summary>Results that wait for a subscriber; one that reads more slowly is sent away.</summary>
    public const int WaitingResults = 64;

    /// <summary>Operations at a time on one WebSocket.</summary>
    public const int SocketOperations = 20;

    /// <summary>Subscriptions at a time, of everybody.</summary>
    public const int Subscriptions = 500;

    /// <summary>How long a WebSocket may take to introduce itself.</summary>
    public static readonly TimeSpan SocketGreeting = TimeSpan.FromSeconds(5);

    /// <summary>Rows a statement may yield in a session that a stranger caused.</summary>
    public const long Rows = 100_000;

    public const int MostHits = 100;

    /// <summary>Rows of one page of a list.</summary>
    public const int MostRows = 200;

    /// <summary>Nodes of one drawing.</summary>
    public const int MostNodes = 1_000;

    /// <summary>Steps around an actor.</summary>
    public const int MostDepth = 4;

    /// <summary>Names in one argument.</summary>
    public const int MostNames = 20;

    public const int MostFacts = 200;

    public const int MostQuotes = 50;

    /// <summary>Rows that <c>cypher</c> prints as a table; <c>--json</c> prints them all.</summary>
    public const int TableRows = 1_000;

    /// <summary>Characters of one table cell: a document's text is a value, too.</summary>
    public const int CellCharacters = 400;

    /// <summary>Up to so many documents are loaded in a transaction each.</summary>
    public const int FewDocuments = 20;

    /// <summary>How long Ctrl-C waits for the work in hand.</summary>
    public static readonly TimeSpan Stopping = TimeSpan.FromSeconds(60);

    /// <summary>How long the end of the program waits for a collector of traces, and then of metrics.</summary>
    public static readonly TimeSpan Flushing = TimeSpan.FromSeconds(15);

    public static readonly PathLimits Paths = PathLimits.Default;
}
