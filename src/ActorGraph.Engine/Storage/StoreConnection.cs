using Microsoft.Data.Sqlite;

namespace ActorGraph.Engine.Storage;

/// <summary>One connection with its prepared statements and the names it knows by number.</summary>
internal sealed class StoreConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> names = [];
    private readonly List<string> newTokens = [];

    public void Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar();

    /// <summary>All rows at once, so that the statement is free for the next caller.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>The name's number, or -1 where the store has never seen it.</summary>
    public int Token(string name)
    {
        if (tokens.TryGetValue(name, out var known)) return known;
        if (Scalar("SELECT id FROM tokens WHERE name = ?1", name) is not long id) return -1;
        return Remember((int)id, name);
    }

    public int NewToken(string name)
    {
        var known = Token(name);
        if (known >= 0) return known;
        Run("INSERT INTO tokens(name) VALUES (?1)", name);
        newTokens.Add(name);
        return Remember((int)(long)Scalar("SELECT last_insert_rowid()")!, name);
    }

    public string Name(int token)
    {
        if (names.TryGetValue(token, out var known)) return known;
        var name = (string?)Scalar("SELECT name FROM tokens WHERE id = ?1", (long)token) ?? throw new InvalidDataException($"The store has no name number {token}.");
        Remember(token, name);
        return name;
    }

    /// <summary>Forgets the names that a transaction taken back had brought.</summary>
    public void ForgetNewTokens()
    {
        foreach (var name in newTokens)
        {
            if (tokens.Remove(name, out var id)) names.Remove(id);
        }

        newTokens.Clear();
    }

    public void KeepNewTokens() => newTokens.Clear();

    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
        connection.Dispose();
    }

    private int Remember(int id, string name)
    {
        tokens[name] = id;
        names[id] = name;
        return id;
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = "?" + i });
            commands[sql] = command;
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
