// SPDX-License-Identifier: MIT

using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Groups;

/// <summary>Finds the accounts that a group is compared with. Made anew for every look; not thread-safe.</summary>
internal sealed class HabitPeers
{
    /// <summary>Fewest topics of an account whose topics are compared.</summary>
    public const int FewestTopics = 4;

    private const int Listed = 4 * GroupHabits.MostPeers;

    private readonly HabitMemory _habits;
    private readonly GroupMemory _memory;
    private readonly long _ticks;
    private Dictionary<ExchangeTraits, int[]>? _bySurface;

    public HabitPeers(HabitMemory habits, GroupMemory memory, long ticks)
    {
        _habits = habits;
        _memory = memory;
        _ticks = ticks;
    }

    public GroupHabits Of(GroupCandidate candidate)
    {
        int[] members = [.. candidate.Accounts.Keys.Select(account => _habits.Find(_memory.Accounts[account].Key.Low)).Where(index => index >= 0)];
        if (members.Length == 0)
        {
            return GroupHabits.None;
        }

        // Of surfaces that as many members have, the one of the lowest number, so that the order of members makes no difference.
        ExchangeTraits surface = members.CountBy(index => _habits[index].Surface).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
        return new GroupHabits
        {
            Members = [.. members.Where(index => _habits[index].Surface == surface).Select(index => _habits[index].ToHabit())],
            Peers = [.. Peers(surface, [.. members]).Select(index => _habits[index].ToHabit())],
        };
    }

    private List<int> Peers(ExchangeTraits surface, HashSet<int> members)
    {
        _bySurface ??= BySurface();
        int changes = 0;
        int topics = 0;
        var peers = new List<int>();
        foreach (int index in _bySurface.GetValueOrDefault(surface) ?? [])
        {
            bool hasChange = _habits[index].HasChange && changes < GroupHabits.MostPeers;
            bool hasTopics = _habits[index].Topics.Count >= FewestTopics && topics < GroupHabits.MostPeers;
            if ((hasChange || hasTopics) && !members.Contains(index))
            {
                changes += _habits[index].HasChange ? 1 : 0;
                topics += _habits[index].Topics.Count >= FewestTopics ? 1 : 0;
                peers.Add(index);
            }
        }

        return peers;
    }

    // The same choice all day, another the next.
    private Dictionary<ExchangeTraits, int[]> BySurface()
    {
        ulong day = (ulong)(_ticks / TimeSpan.TicksPerDay);
        var found = new Dictionary<ExchangeTraits, List<int>>();
        for (int i = 0; i < _habits.Count; i++)
        {
            ref readonly HabitNode node = ref _habits[i];
            if (node.LastTicks < _ticks - TimeSpan.TicksPerDay || !(node.HasChange || node.Topics.Count >= FewestTopics))
            {
                continue;
            }

            if (!found.TryGetValue(node.Surface, out List<int>? list))
            {
                found.Add(node.Surface, list = []);
            }

            list.Add(i);
        }

        return found.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.OrderBy(index => BitMix.Of(_habits.KeyOf(index) ^ day)).Take(Listed).ToArray());
    }
}
