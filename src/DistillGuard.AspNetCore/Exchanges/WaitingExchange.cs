// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Requests;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>A request that waits to be inspected, or, without one, an answer that waits to be told.</summary>
internal readonly record struct WaitingExchange(GuardedExchange Exchange, BorrowedRequest? Request, DateTimeOffset Ended);
