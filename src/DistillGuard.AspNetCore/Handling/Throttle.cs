// SPDX-License-Identifier: MIT

using System.Threading.RateLimiting;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>Makes the rate limiter of a policy: one bucket per account and standing, forgotten when it has been full for a while.</summary>
internal static class Throttle
{
    public static PartitionedRateLimiter<ThrottledAccount> Create(GatewayPolicy policy, TimeProvider time)
    {
        int elevated = policy.ElevatedPerMinute;
        int high = policy.HighPerMinute;
        int burst = policy.Burst;
        return PartitionedRateLimiter.Create<ThrottledAccount, ThrottledAccount>(account => RateLimitPartition.Get(
            account,
            key => new TokenBucket(key.Level == VerdictLevel.High ? high : elevated, burst, time)));
    }
}
