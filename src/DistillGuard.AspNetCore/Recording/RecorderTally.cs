// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Counts what becomes of recordings. Thread-safe.</summary>
internal sealed class RecorderTally
{
    private long _written;
    private long _late;
    private long _withoutAccount;
    private long _withoutBody;
    private long _dropped;
    private long _lost;
    private long _files;
    private volatile string? _problem;

    public RecorderCounters Counters => new()
    {
        Written = Volatile.Read(ref _written),
        Late = Volatile.Read(ref _late),
        WithoutAccount = Volatile.Read(ref _withoutAccount),
        WithoutBody = Volatile.Read(ref _withoutBody),
        Dropped = Volatile.Read(ref _dropped),
        Lost = Volatile.Read(ref _lost),
        Files = Volatile.Read(ref _files),
    };

    /// <summary>Why nothing can be written; <see langword="null"/> when it can.</summary>
    public string? Problem
    {
        get => _problem;
        set => _problem = value;
    }

    public void CountWritten(bool isLate)
    {
        Interlocked.Increment(ref _written);
        if (isLate)
        {
            Interlocked.Increment(ref _late);
        }
    }

    public void CountWithoutAccount() => Interlocked.Increment(ref _withoutAccount);

    public void CountWithoutBody() => Interlocked.Increment(ref _withoutBody);

    public void CountDropped() => Interlocked.Increment(ref _dropped);

    public void CountLost() => Interlocked.Increment(ref _lost);

    public void CountFile() => Interlocked.Increment(ref _files);
}
