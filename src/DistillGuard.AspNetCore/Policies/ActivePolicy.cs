// SPDX-License-Identifier: MIT

using System.Collections.Frozen;
using System.Threading.RateLimiting;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Handling;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Policies;

/// <summary>A policy in force: immutable, safe on any thread, replaced whole.</summary>
public sealed class ActivePolicy : IDisposable
{
    private readonly GuardAction _elevated;
    private readonly GuardAction _high;
    private readonly GuardAction _notEvaluated;
    private readonly FrozenSet<string> _exempt;

    internal ActivePolicy(string name, GatewayPolicy written, TimeProvider time)
    {
        Name = name;
        _elevated = written.Elevated;
        _high = written.High;
        _notEvaluated = written.NotEvaluated;
        _exempt = written.Exempt.ToFrozenSet(StringComparer.Ordinal);
        IsDryRun = written.DryRun;
        WaitsForVerdict = written.VerdictFirst
            || (_elevated, _high, _notEvaluated) != (GuardAction.Observe, GuardAction.Observe, GuardAction.Observe);
        RetryAfter = written.RetryAfter;
        Appeal = written.Appeal;
        Limiter = Throttle.Create(written, time);
    }

    /// <summary>Its name; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Whether actions are only weighed and reported.</summary>
    public bool IsDryRun { get; }

    /// <summary>What a challenged or refused client is told to wait.</summary>
    public TimeSpan RetryAfter { get; }

    /// <summary>Where a customer appeals; <see langword="null"/> when nowhere.</summary>
    public Uri? Appeal { get; }

    /// <summary>Whether a request goes on only when its verdict is there.</summary>
    internal bool WaitsForVerdict { get; }

    /// <summary>Whether it ever tells the upstream anything, so that not being evaluated is worth telling too.</summary>
    internal bool Annotates => _notEvaluated == GuardAction.Annotate;

    internal PartitionedRateLimiter<ThrottledAccount> Limiter { get; }

    /// <summary>What a verdict calls for.</summary>
    public GuardAction ActionFor(in Verdict verdict)
    {
        if (!verdict.IsEvaluated)
        {
            return _notEvaluated;
        }

        return verdict.Level switch
        {
            VerdictLevel.High => _high,
            VerdictLevel.Elevated => _elevated,
            _ => GuardAction.Observe,
        };
    }

    /// <summary>Whether nothing is done against an account.</summary>
    public bool IsExempt(string? account) => account is not null && _exempt.Contains(account);

    /// <summary>Lets go of its rate limiter; a request that still holds the policy is let through.</summary>
    public void Dispose() => Limiter.Dispose();
}
