// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Policies;

namespace DistillGuard.AspNetCore;

/// <summary>The running gateway: what it counted, and its policies, which can be replaced while it runs. One for the application; thread-safe.</summary>
public sealed class Gateway : IDisposable
{
    private readonly TimeProvider _time;
    private readonly GatewayTally _tally;
    private readonly Lock _gate = new();
    private volatile ActivePolicies _policies;

    internal Gateway(GatewayOptions options, TimeProvider time, GatewayTally tally)
    {
        Check(options);
        _time = time;
        _tally = tally;
        _policies = new ActivePolicies(options, time);
    }

    /// <summary>What the gateway has done so far.</summary>
    public GatewayCounters Counters => _tally.Counters;

    internal ActivePolicies Policies => _policies;

    /// <summary>
    /// Puts the policies of these options in force, whole: a request sees the old ones or the new ones. Rates begin anew. What else the options say holds from
    /// the next start on.
    /// </summary>
    /// <param name="options">The options; they are read now and not kept.</param>
    /// <exception cref="GuardConfigurationException">They contradict themselves; the policies in force stay.</exception>
    public void Apply(GatewayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var next = new ActivePolicies(options, _time);
        lock (_gate)
        {
            ActivePolicies last = _policies;
            _policies = next;
            last.Dispose();
        }
    }

    /// <summary>Lets go of the rate limiters.</summary>
    public void Dispose() => _policies.Dispose();

    private static void Check(GatewayOptions options)
    {
        var problems = new OptionsProblems();
        options.Validate(problems);
        if (problems.Problems.Count > 0)
        {
            throw new GuardConfigurationException(problems.Problems);
        }
    }
}
