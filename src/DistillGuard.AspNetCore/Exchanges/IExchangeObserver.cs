// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Is told of every exchange that the guard was asked about: metrics, the recorder and the live page are such observers.</summary>
/// <remarks>
/// Called on the request's own thread, or, where the policy only observes, beside it with other requests waiting for their turn: so it returns at once, no
/// I/O, no waiting. One that throws is counted and skipped. Called from many threads at once, but for one exchange first <see cref="Inspected"/>, then
/// <see cref="Completed"/>.
/// </remarks>
public interface IExchangeObserver
{
    /// <summary>The request was inspected, or could not be. Nothing was sent on yet, unless the policy only observes. <see cref="GuardedExchange.RequestBody"/> is borrowed for the call.</summary>
    void Inspected(GuardedExchange exchange);

    /// <summary>The exchange is over: answered, failed, refused, or given up by the client.</summary>
    void Completed(GuardedExchange exchange);
}
