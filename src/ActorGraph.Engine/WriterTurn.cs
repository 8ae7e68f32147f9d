using ActorGraph.Graph;

namespace ActorGraph.Engine;

/// <summary>Writers take turns: within the process by a queue, between processes by a lock on a file that names its holder.</summary>
internal sealed class WriterTurn(string path, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim queue = new(1, 1);

    /// <summary>Waits for the turn; disposing what it returns ends it.</summary>
    /// <exception cref="GraphException">Another writer held on for too long; the message names it.</exception>
    public async Task<IDisposable> TakeAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        if (!await queue.WaitAsync(timeout, cancellation)) throw Busy(timeout, "another writer of this process");
        try
        {
            while (true)
            {
                try
                {
                    // The lock ends with the process, however it ends.
                    var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                    var name = System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    await File.WriteAllBytesAsync(path + ".pid", name, cancellation);
                    return new Turn(file, queue);
                }
                catch (UnauthorizedAccessException refused)
                {
                    throw new GraphException(ErrorCodes.StorageFailed, $"{path} cannot be opened for writing: check the permissions of its folder.", null, refused);
                }
                catch (IOException taken) when (taken is not (FileNotFoundException or DirectoryNotFoundException))
                {
                    if (IsFull(taken)) throw new GraphException(ErrorCodes.StorageFailed, $"The disk that holds {path} is full: free some space and run it again.", null, taken);
                    if (clock.GetElapsedTime(start) > timeout) throw Busy(timeout, Holder());
                    await Task.Delay(Pause, clock, cancellation);
                }
            }
        }
        catch
        {
            queue.Release();
            throw;
        }
    }

    public void Dispose() => queue.Dispose();

    private static bool IsFull(IOException failure) => failure.Message.Contains("No space left", StringComparison.Ordinal) || (failure.HResult & 0xFFFF) is 112 or 28;

    private string Holder() => File.Exists(path + ".pid") ? $"process {File.ReadAllText(path + ".pid")}" : "another process";

    private static GraphException Busy(TimeSpan timeout, string holder)
        => new(ErrorCodes.LockTimeout, $"Waited {timeout.TotalSeconds:0} s for the turn to write; {holder} holds it. Try again when it is done.");

    private sealed class Turn(FileStream file, SemaphoreSlim queue) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 1) return;
            file.Dispose();
            queue.Release();
        }
    }
}
