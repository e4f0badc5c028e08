// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>Holds when all, or any, of its conditions hold.</summary>
internal sealed class GroupCondition : CompiledCondition
{
    private readonly CompiledCondition[] _items;
    private readonly bool _all;

    public GroupCondition(CompiledCondition[] items, bool all)
    {
        _items = items;
        _all = all;
    }

    public override TriggerSet? Triggers => _all ? BestTriggers() : UnionOfTriggers();

    public override bool IsMet(ReadOnlySpan<ulong> atoms)
    {
        foreach (CompiledCondition item in _items)
        {
            if (item.IsMet(atoms) != _all)
            {
                return !_all;
            }
        }

        return _all;
    }

    private TriggerSet? BestTriggers()
    {
        TriggerSet? best = null;
        foreach (CompiledCondition item in _items)
        {
            if (item.Triggers is { } triggers && (best is not { } other || triggers.IsBetterThan(other)))
            {
                best = triggers;
            }
        }

        return best;
    }

    private TriggerSet? UnionOfTriggers()
    {
        HashSet<int> all = [];
        int shortest = int.MaxValue;
        foreach (CompiledCondition item in _items)
        {
            if (item.Triggers is not { } triggers)
            {
                return null;
            }

            all.UnionWith(triggers.Atoms);
            shortest = Math.Min(shortest, triggers.ShortestBytes);
        }

        return new TriggerSet(all, shortest);
    }
}
