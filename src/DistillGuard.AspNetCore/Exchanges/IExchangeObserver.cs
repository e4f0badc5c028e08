// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Is told of every exchange that the guard was asked about: metrics, the recorder and the live page are such observers.</summary>
/// <remarks>
/// Called on the request's own thread, so it returns at once: no I/O, no waiting. One that throws is counted and skipped. Called from many threads at once.
/// </remarks>
public interface IExchangeObserver
{
    /// <summary>The request was inspected, or could not be; nothing was sent on yet. <see cref="GuardedExchange.RequestBody"/> is borrowed for the call.</summary>
    void Inspected(GuardedExchange exchange);

    /// <summary>The exchange is over: answered, failed, refused, or given up by the client.</summary>
    void Completed(GuardedExchange exchange);
}
