// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;

namespace DistillGuard;

/// <summary>Lends working memory, so that a steady stream of requests allocates nothing. Thread-safe.</summary>
/// <typeparam name="TScratch">What is lent. It holds traces of a request only until it is returned.</typeparam>
/// <remarks>There are never more pieces than requests that were ever inspected at the same time.</remarks>
internal sealed class ScratchPool<TScratch>
    where TScratch : class, new()
{
    private readonly ConcurrentQueue<TScratch> _others = new();
    private TScratch? _first;

    public TScratch Rent()
    {
        TScratch? scratch = Interlocked.Exchange(ref _first, null);
        return scratch ?? (_others.TryDequeue(out scratch) ? scratch : new TScratch());
    }

    public void Return(TScratch scratch)
    {
        if (Interlocked.CompareExchange(ref _first, scratch, null) is not null)
        {
            _others.Enqueue(scratch);
        }
    }
}
