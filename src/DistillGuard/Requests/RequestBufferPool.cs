// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;

namespace DistillGuard.Requests;

/// <summary>Lends request buffers, so that a steady stream of bodies allocates nothing. Thread-safe.</summary>
/// <remarks>
/// It never holds more buffers than requests were ever read at the same time. A buffer that one huge body has grown is not
/// taken back.
/// </remarks>
internal sealed class RequestBufferPool
{
    private const int LargestKept = 4 * 1024 * 1024;

    private readonly ConcurrentQueue<RequestBuffer> _others = new();
    private RequestBuffer? _first;

    public RequestBuffer Rent()
    {
        RequestBuffer? buffer = Interlocked.Exchange(ref _first, null);
        return buffer ?? (_others.TryDequeue(out buffer) ? buffer : new RequestBuffer());
    }

    public void Return(RequestBuffer buffer)
    {
        if (buffer.TextCapacity > LargestKept)
        {
            return;
        }

        buffer.Clear();
        if (Interlocked.CompareExchange(ref _first, buffer, null) is not null)
        {
            _others.Enqueue(buffer);
        }
    }
}
