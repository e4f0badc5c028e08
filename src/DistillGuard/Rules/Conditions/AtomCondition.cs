// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Holds when at least so many of a set's atoms are set: one for "any", all for "all".</summary>
internal sealed class AtomCondition : CompiledCondition
{
    private readonly AtomMask _mask;
    private readonly int _atLeast;

    public AtomCondition(IReadOnlyCollection<int> atoms, int atLeast, TriggerSet? triggers)
    {
        _mask = new AtomMask(atoms);
        _atLeast = atLeast;
        Triggers = triggers;
    }

    public override TriggerSet? Triggers { get; }

    public override bool IsMet(ReadOnlySpan<ulong> atoms) =>
        _atLeast == 1 ? _mask.Intersects(atoms) : _mask.CountIn(atoms) >= _atLeast;
}
