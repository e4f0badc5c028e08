// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>Does what a policy calls for at a verdict's level. The last one added for an action does it.</summary>
/// <remarks>Called from many threads at once, before the request goes on. One that throws is counted, and the request goes on.</remarks>
public interface IVerdictHandler
{
    /// <summary>The action it does.</summary>
    GuardAction Action { get; }

    /// <summary>Acts on a request. It is not called for a dry run or an exempt account.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exchange">What the guard thinks of it.</param>
    /// <param name="policy">The policy that called for the action.</param>
    /// <returns>Whether the request was answered, so that it goes no further.</returns>
    ValueTask<bool> HandleAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy);
}
