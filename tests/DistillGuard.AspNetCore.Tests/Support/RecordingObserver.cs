// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Support;

/// <summary>Keeps every exchange it is told of; throws where it is asked to.</summary>
internal sealed class RecordingObserver : IExchangeObserver
{
    private readonly Channel<GuardedExchange> _completed = Channel.CreateUnbounded<GuardedExchange>();

    public ConcurrentQueue<string> Bodies { get; } = new();

    public ConcurrentQueue<GuardedExchange> All { get; } = new();

    public bool Throws { get; set; }

    public void Inspected(GuardedExchange exchange)
    {
        Bodies.Enqueue(Encoding.UTF8.GetString(exchange.RequestBody.Span));
        ThrowIfAsked();
    }

    public void Completed(GuardedExchange exchange)
    {
        All.Enqueue(exchange);
        _completed.Writer.TryWrite(exchange);
        ThrowIfAsked();
    }

    /// <summary>The next exchange that is over: the client may have its answer a moment before.</summary>
    public async Task<GuardedExchange> NextAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        return await _completed.Reader.ReadAsync(timeout.Token);
    }

    private void ThrowIfAsked()
    {
        if (Throws)
        {
            throw new InvalidOperationException("An observer that throws.");
        }
    }
}
