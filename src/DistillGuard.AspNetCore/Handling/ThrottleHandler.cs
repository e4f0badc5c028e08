// SPDX-License-Identifier: MIT

using System.Threading.RateLimiting;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>Lets an account through at the rate of its standing; the rest is told when to come back.</summary>
internal sealed class ThrottleHandler : IVerdictHandler
{
    public GuardAction Action => GuardAction.Throttle;

    public async ValueTask<bool> HandleAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy)
    {
        using RateLimitLease? lease = Acquire(exchange, policy);
        if (lease is null || lease.IsAcquired)
        {
            return false;
        }

        TimeSpan wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan stated) ? stated : policy.RetryAfter;
        await ProblemWriter.WriteAsync(context, exchange, policy, GuardProblem.Throttled, wait).ConfigureAwait(false);
        return true;
    }

    private static RateLimitLease? Acquire(GuardedExchange exchange, ActivePolicy policy)
    {
        ref readonly Verdict verdict = ref exchange.Verdict;
        try
        {
            return policy.Limiter.AttemptAcquire(new ThrottledAccount(verdict.Subjects.Account, verdict.Level));
        }
        catch (ObjectDisposedException)
        {
            // The policy was replaced while this request was on its way; the next one meets the new limit.
            return null;
        }
    }
}
