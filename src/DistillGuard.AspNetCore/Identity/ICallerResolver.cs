// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Identity;

/// <summary>Tells who sent a request: account, organization, credential, payment, plan. Several may each know a part.</summary>
/// <remarks>Called from many threads at once, in the order they were added, after authentication. One that throws is counted and skipped.</remarks>
public interface ICallerResolver
{
    /// <summary>Fills in what it knows. What an earlier resolver found stands in <paramref name="caller"/> already.</summary>
    /// <param name="context">The request. Its body is not to be read here.</param>
    /// <param name="caller">What is known so far.</param>
    ValueTask ResolveAsync(HttpContext context, CallerIdentity caller);
}
