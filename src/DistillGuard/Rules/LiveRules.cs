// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>The rule set in use. A reload swaps it whole; a request reads it once and keeps what it read. Safe on any thread.</summary>
internal sealed class LiveRules
{
    private volatile RuleSet _current;

    public LiveRules(RuleSet initial) => _current = initial;

    public RuleSet Current => _current;

    public void Replace(RuleSet next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _current = next;
    }
}
