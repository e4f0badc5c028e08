// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules;

/// <summary>A rule's condition behind its triggers: most rules are passed over by a look at a few words.</summary>
internal readonly struct CompiledRule
{
    private readonly CompiledCondition _condition;
    private readonly AtomMask? _triggers;

    public CompiledRule(CompiledCondition condition)
    {
        _condition = condition;
        _triggers = condition.Triggers is { } triggers ? new AtomMask(triggers.Atoms) : null;
    }

    public bool IsMet(ReadOnlySpan<ulong> atoms) =>
        (_triggers is null || _triggers.Intersects(atoms)) && _condition.IsMet(atoms);
}
