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

    public override IReadOnlyCollection<int>? Triggers => _all ? FewestTriggers() : AllTriggers();

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

    private IReadOnlyCollection<int>? FewestTriggers()
    {
        int least = int.MaxValue;
        IReadOnlyCollection<int>? fewest = null;
        foreach (CompiledCondition item in _items)
        {
            if (item.Triggers is { } triggers && triggers.Count < least)
            {
                least = triggers.Count;
                fewest = triggers;
            }
        }

        return fewest;
    }

    private HashSet<int>? AllTriggers()
    {
        HashSet<int> all = [];
        foreach (CompiledCondition item in _items)
        {
            if (item.Triggers is not { } triggers)
            {
                return null;
            }

            all.UnionWith(triggers);
        }

        return all;
    }
}
