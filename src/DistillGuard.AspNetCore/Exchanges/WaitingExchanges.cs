// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using DistillGuard.AspNetCore.Requests;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Requests that went on before they were inspected, and answers that came back for them, in the order they came. Bounded; thread-safe.</summary>
internal sealed class WaitingExchanges
{
    /// <summary>The most entries before requests find no room; answers of those that wait always do, so that there are never twice as many.</summary>
    internal const int MostEntries = 16 * 1024;

    /// <summary>The most bytes of bodies that wait.</summary>
    internal const long MostBytes = 64 * 1024 * 1024;

    private readonly ConcurrentQueue<WaitingExchange> _entries = new();
    private int _count;
    private long _bytes;

    /// <summary>Entries that wait.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether requests find no room.</summary>
    public bool IsFull => Count >= MostEntries;

    /// <summary>Takes a request in. Its body is lent until it is looked at.</summary>
    /// <returns>Whether there was room; if not, nothing happened.</returns>
    public bool TryAdd(GuardedExchange exchange, BorrowedRequest request)
    {
        int length = request.Body.Length;
        if (IsFull || Volatile.Read(ref _bytes) + length > MostBytes)
        {
            return false;
        }

        request.Lend();
        Interlocked.Add(ref _bytes, length);
        Add(new WaitingExchange(exchange, request, default));
        return true;
    }

    /// <summary>Takes in that an exchange is over.</summary>
    public void Add(GuardedExchange exchange, DateTimeOffset ended) => Add(new WaitingExchange(exchange, null, ended));

    /// <summary>Takes the next one out.</summary>
    public bool TryTake(out WaitingExchange entry)
    {
        if (!_entries.TryDequeue(out entry))
        {
            return false;
        }

        Interlocked.Decrement(ref _count);
        if (entry.Request is { } request)
        {
            Interlocked.Add(ref _bytes, -request.Body.Length);
        }

        return true;
    }

    private void Add(in WaitingExchange entry)
    {
        Interlocked.Increment(ref _count);
        _entries.Enqueue(entry);
    }
}
