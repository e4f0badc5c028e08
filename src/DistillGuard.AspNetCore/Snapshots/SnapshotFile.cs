// SPDX-License-Identifier: MIT

using DistillGuard.Snapshots;

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>A snapshot on disk: replaced as a whole, the one before it kept. Not thread-safe.</summary>
internal sealed class SnapshotFile
{
    public SnapshotFile(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    public string Previous => Path + ".previous";

    public string Refused => Path + ".refused";

    private string Unfinished => Path + ".unfinished";

    /// <summary>Saves a guard. What was there stays until the new one is whole and on the disk.</summary>
    public SnapshotSummary Save(DistillationGuard guard, DateTimeOffset time)
    {
        try
        {
            SnapshotSummary summary = Write(guard, time);
            if (File.Exists(Path))
            {
                File.Move(Path, Previous, overwrite: true);
            }

            File.Move(Unfinished, Path, overwrite: true);
            return summary;
        }
        catch
        {
            DeleteUnfinished();
            throw;
        }
    }

    /// <summary>Goes on from a file.</summary>
    public static SnapshotSummary Restore(DistillationGuard guard, string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 128 * 1024, FileOptions.SequentialScan);
        return guard.RestoreSnapshot(stream);
    }

    /// <summary>Keeps a refused file out of the way of the next save: a wrong secret is put right, and then it may be wanted.</summary>
    public void PutAside(string path) => File.Move(path, Refused, overwrite: true);

    private SnapshotSummary Write(DistillationGuard guard, DateTimeOffset time)
    {
        // No buffer of its own: blocks come whole.
        using var stream = new FileStream(Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        SnapshotSummary summary = guard.SaveSnapshot(stream, time);
        stream.Flush(flushToDisk: true);
        return summary;
    }

    private void DeleteUnfinished()
    {
        try
        {
            File.Delete(Unfinished);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure that is being reported matters more; the next attempt overwrites it.
        }
    }
}
