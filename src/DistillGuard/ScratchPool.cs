// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using System.Numerics;

namespace DistillGuard;

/// <summary>Lends working memory, so that a steady stream of requests allocates nothing. Thread-safe.</summary>
/// <typeparam name="TScratch">What is lent. It holds traces of a request only until it is returned.</typeparam>
/// <remarks>
/// What was lent on a processor is lent there again, where its lines are in the cache. There are never more pieces than requests that were ever
/// inspected at the same time, and one for each processor.
/// </remarks>
internal sealed class ScratchPool<TScratch>
    where TScratch : class, new()
{
    private const int Stride = 16; // references in 128 bytes: neighbours fetch lines in pairs
    private const int MostPlaces = 64;

    private readonly ConcurrentQueue<TScratch> _others = new();
    private readonly TScratch?[] _places;
    private readonly int _mask;

    public ScratchPool()
    {
        int places = (int)Math.Min(MostPlaces, BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount));
        _mask = places - 1;
        _places = new TScratch?[(places + 1) * Stride];
    }

    public TScratch Rent()
    {
        TScratch? scratch = Interlocked.Exchange(ref Place(), null);
        return scratch ?? (_others.TryDequeue(out scratch) ? scratch : new TScratch());
    }

    public void Return(TScratch scratch)
    {
        if (Interlocked.CompareExchange(ref Place(), scratch, null) is not null)
        {
            _others.Enqueue(scratch);
        }
    }

    private ref TScratch? Place() => ref _places[((Thread.GetCurrentProcessorId() & _mask) + 1) * Stride];
}
