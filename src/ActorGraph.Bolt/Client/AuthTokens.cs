namespace ActorGraph.Bolt.Client;

/// <summary>Who logs on. Never printed.</summary>
public sealed class AuthToken
{
    internal AuthToken(params (string Name, object? Value)[] fields) => Fields = fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value);

    internal IReadOnlyDictionary<string, object?> Fields { get; }

    internal bool IsSameAs(AuthToken other) => ReferenceEquals(this, other)
        || (Fields.Count == other.Fields.Count && Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && Equals(value, field.Value)));
}

/// <summary>The ways to log on.</summary>
public static class AuthTokens
{
    /// <summary>For a server that asks nobody for a name.</summary>
    public static readonly AuthToken None = new(("scheme", "none"));

    /// <summary>A user of the database with a password.</summary>
    public static AuthToken Basic(string username, string password, string? realm = null)
        => new(("scheme", "basic"), ("principal", username), ("credentials", password), ("realm", realm));

    /// <summary>A token that a single sign-on issued.</summary>
    public static AuthToken Bearer(string token) => new(("scheme", "bearer"), ("credentials", token));
}
