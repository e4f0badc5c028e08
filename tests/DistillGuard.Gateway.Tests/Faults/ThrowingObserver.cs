// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Identity;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.Gateway.Tests.Faults;

/// <summary>An observer and a resolver that throw whenever they are called.</summary>
internal sealed class ThrowingObserver : IExchangeObserver, ICallerResolver
{
    public void Inspected(GuardedExchange exchange) => throw new InvalidOperationException("made-up fault");

    public void Completed(GuardedExchange exchange) => throw new InvalidOperationException("made-up fault");

    public ValueTask ResolveAsync(HttpContext context, CallerIdentity caller) => throw new InvalidOperationException("made-up fault");
}
