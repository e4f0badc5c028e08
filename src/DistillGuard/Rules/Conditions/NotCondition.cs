// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Holds when its condition does not.</summary>
internal sealed class NotCondition : CompiledCondition
{
    private readonly CompiledCondition _item;

    public NotCondition(CompiledCondition item) => _item = item;

    public override TriggerSet? Triggers => null;

    public override bool IsMet(ReadOnlySpan<ulong> atoms) => !_item.IsMet(atoms);
}
