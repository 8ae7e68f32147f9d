using ActorGraph.Graph;
using Microsoft.Data.Sqlite;

namespace ActorGraph.Engine.Storage;

/// <summary>The file of an embedded graph: its tables, its format, and connections to it.</summary>
internal sealed class StoreFile : IDisposable
{
    /// <summary>Rises with every change of the tables; a store of a newer format is not opened.</summary>
    public const int Format = 2;

    private const string Tables = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE tokens(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE nodes(id INTEGER PRIMARY KEY AUTOINCREMENT, labels BLOB NOT NULL, properties BLOB NOT NULL);
        CREATE TABLE node_labels(label INTEGER, node INTEGER, PRIMARY KEY(label, node)) WITHOUT ROWID;
        CREATE TABLE relationships(id INTEGER PRIMARY KEY AUTOINCREMENT, type INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, properties BLOB NOT NULL);
        CREATE TABLE adjacency(node INTEGER, outgoing INTEGER, type INTEGER, relationship INTEGER, other INTEGER, PRIMARY KEY(node, outgoing, type, relationship)) WITHOUT ROWID;
        CREATE TABLE indexes(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, is_unique INTEGER NOT NULL, on_relationship INTEGER NOT NULL, label TEXT NOT NULL, property TEXT NOT NULL);
        CREATE TABLE index_entries(index_id INTEGER, value BLOB, entity INTEGER, PRIMARY KEY(index_id, value, entity)) WITHOUT ROWID;
        INSERT INTO meta VALUES ('version', 1), ('schema', 1);
        """;

    /// <summary>In format 1 the texts of an index began with their length in bytes, seven bits a byte.</summary>
    private const string TextsInOrder = """
        UPDATE index_entries SET value = CAST(x'04' || substr(value, 3) AS BLOB) WHERE substr(value, 1, 1) = x'04' AND length(value) < 130;
        UPDATE index_entries SET value = CAST(x'04' || substr(value, 4) AS BLOB) WHERE substr(value, 1, 1) = x'04' AND length(value) BETWEEN 131 AND 16386;
        UPDATE index_entries SET value = CAST(x'04' || substr(value, 5) AS BLOB) WHERE substr(value, 1, 1) = x'04' AND length(value) > 16387;
        """;

    private readonly string connectionString;

    private StoreFile(string path) => (Path, connectionString) = (path, new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());

    public string Path { get; }

    /// <summary>Opens the store in the folder, and creates both where they are missing.</summary>
    /// <exception cref="GraphException">The folder or file cannot be used; the message says why and what to do.</exception>
    public static StoreFile Open(string folder)
    {
        var file = new StoreFile(System.IO.Path.Combine(folder, "graph.db"));
        try
        {
            if (!Directory.Exists(folder))
            {
                if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
                else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            using var connection = file.Connect();
            file.Prepare(connection);
            return file;
        }
        catch (SqliteException failure)
        {
            throw Failure(failure, file.Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GraphException(ErrorCodes.StorageFailed, $"The data folder {folder} cannot be used: {failure.Message}", null, failure);
        }
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout=0; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=2000;");
        return connection;
    }

    /// <summary>What the file system or SQLite said, in the words of this database.</summary>
    public static GraphException Failure(SqliteException failure, string path) => failure.SqliteErrorCode switch
    {
        5 or 6 => new GraphException(ErrorCodes.LockTimeout, $"Another program is writing to {path}; try again when it is done.", null, failure),
        13 => new GraphException(ErrorCodes.StorageFailed, $"The disk that holds {path} is full. Nothing of this transaction was written: free some space and run it again.", null, failure),
        8 or 14 => new GraphException(ErrorCodes.StorageFailed, $"{path} cannot be opened for writing: check the permissions of its folder.", null, failure),
        11 or 26 => new GraphException(ErrorCodes.StorageFailed, $"{path} is no ActorGraph store, or it is damaged: restore a copy, or load the documents into a new data folder.", null, failure),
        _ => new GraphException(ErrorCodes.StorageFailed, $"{path} failed: {failure.Message}", null, failure),
    };

    public void Dispose() => SqliteConnection.ClearAllPools();

    private void Prepare(SqliteConnection connection)
    {
        var format = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        if (format > Format)
        {
            throw new GraphException(ErrorCodes.StorageFailed, $"{Path} has format {format}; this program reads up to {Format}. Use a newer ActorGraph, or another data folder.");
        }

        if (format == Format) return;
        Execute(connection, "PRAGMA journal_mode=WAL");
        // Another process may create the same store at this moment: who comes second finds it made.
        Execute(connection, "PRAGMA busy_timeout=10000; BEGIN IMMEDIATE");
        var found = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        if (found < Format) Execute(connection, (found == 0 ? Tables : TextsInOrder) + $"PRAGMA user_version={Format};");
        Execute(connection, "COMMIT");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
