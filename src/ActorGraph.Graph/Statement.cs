namespace ActorGraph.Graph;

/// <summary>One openCypher statement and its parameters. Text comes from <c>cypher/</c> or from a person, never from formatting.</summary>
/// <param name="Text">The statement as written.</param>
/// <param name="Parameters">Values by name, without the dollar sign; see <see cref="GraphValue"/> for the types a value may have.</param>
public sealed record Statement(string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    public Statement(string text) : this(text, EmptyParameters) { }

    private static readonly IReadOnlyDictionary<string, object?> EmptyParameters = new Dictionary<string, object?>();
}
