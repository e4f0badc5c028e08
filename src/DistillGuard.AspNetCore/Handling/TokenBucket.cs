// SPDX-License-Identifier: MIT

using System.Threading.RateLimiting;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>A bucket that fills at a steady rate; a request takes one token or is told when the next one drips in. Safe on any thread.</summary>
/// <remarks>The framework's own token bucket reads the machine's clock; this one reads the clock it is given.</remarks>
internal sealed class TokenBucket : RateLimiter
{
    // Sums of fractions fall short of the whole by less than this.
    private const double Rounding = 1e-9;

    private readonly double _perSecond;
    private readonly int _burst;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private double _tokens;
    private long _filledAt;
    private long _taken;
    private long _refused;

    public TokenBucket(int perMinute, int burst, TimeProvider time)
    {
        _perSecond = perMinute / 60.0;
        _burst = burst;
        _time = time;
        _tokens = burst;
        _filledAt = time.GetTimestamp();
    }

    /// <summary>How long it has been full, which is when it may be forgotten; <see langword="null"/> while it is not.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                double over = _tokens + (SinceFill() * _perSecond) - _burst;
                return over < 0 ? null : TimeSpan.FromSeconds(over / _perSecond);
            }
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            Fill();
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = (long)_tokens,
                TotalSuccessfulLeases = _taken,
                TotalFailedLeases = _refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, _burst);
        lock (_gate)
        {
            Fill();
            if (_tokens >= permitCount - Rounding)
            {
                _tokens -= permitCount;
                _taken++;
                return TokenLease.Granted;
            }

            _refused++;
            return new TokenLease(TimeSpan.FromSeconds((permitCount - _tokens) / _perSecond));
        }
    }

    // Nobody waits in line: a client that is told when to come back holds no connection.
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));

    private double SinceFill() => Math.Max(0, _time.GetElapsedTime(_filledAt).TotalSeconds);

    private void Fill()
    {
        _tokens = Math.Min(_burst, _tokens + (SinceFill() * _perSecond));
        _filledAt = _time.GetTimestamp();
    }
}
