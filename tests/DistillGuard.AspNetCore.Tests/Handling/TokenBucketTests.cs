// SPDX-License-Identifier: MIT

using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Handling;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Test]
    public void AttemptAcquire_OverAnHour_GrantsTheRateAndTheBurst()
    {
        using var bucket = new TokenBucket(perMinute: 6, burst: 5, _time);
        int granted = 0;
        for (int second = 0; second < 3600; second++)
        {
            using RateLimitLease lease = bucket.AttemptAcquire();
            granted += lease.IsAcquired ? 1 : 0;
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(granted, Is.EqualTo(365).Within(1));
    }

    [Test]
    public void IdleDuration_Full_CountsFromThenOn()
    {
        using var bucket = new TokenBucket(perMinute: 60, burst: 1, _time);
        bucket.AttemptAcquire().Dispose();

        TimeSpan? filling = bucket.IdleDuration;
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.That((filling, bucket.IdleDuration), Is.EqualTo(((TimeSpan?)null, (TimeSpan?)TimeSpan.FromSeconds(3))));
    }

    [Test]
    public void AttemptAcquire_Empty_SaysWhenTheNextTokenComes()
    {
        using var bucket = new TokenBucket(perMinute: 6, burst: 1, _time);
        bucket.AttemptAcquire().Dispose();

        using RateLimitLease refused = bucket.AttemptAcquire();

        Assert.That(refused.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : default, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }
}
