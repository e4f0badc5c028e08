// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Testing;

/// <summary>
/// A group made up by hand: the owned form of a <see cref="GroupView"/>, for tests of an analyzer's arithmetic. Immutable;
/// change a copy with <c>with</c>.
/// </summary>
public sealed record GroupSample
{
    /// <summary>The accounts. Default: none.</summary>
    public IReadOnlyList<GroupMember> Members { get; init; } = [];

    /// <summary>Their exchanges of the group's kind, in time order. Default: none.</summary>
    public IReadOnlyList<GroupExchange> Exchanges { get; init; } = [];

    /// <summary>Unrelated organizations. Default: as the members say.</summary>
    public int? Organizations { get; init; }

    /// <summary>Those that declared neither research nor evaluation. Default: as <see cref="Organizations"/>.</summary>
    public int? UndeclaredOrganizations { get; init; }

    /// <summary>Template sentences shared. Default: 1; 0 for a pool.</summary>
    public int Pieces { get; init; } = 1;

    /// <summary>What brought the accounts together, when it is no template. Default: nothing else.</summary>
    public PoolKind Pool { get; init; }

    /// <summary>Of a pool, how alike the accounts' questions are. Default: 0.</summary>
    public double Alikeness { get; init; }

    /// <summary>Of a pool, the share of exchanges in a sitting. Default: 0.</summary>
    public double InSitting { get; init; }

    /// <summary>How members and peers ask. Default: nothing is known.</summary>
    public GroupHabits Habits { get; init; } = GroupHabits.None;

    /// <summary>When the group is looked at. Default: a week after <see cref="Traffic.Start"/>.</summary>
    public DateTimeOffset Time { get; init; } = Traffic.Start + TimeSpan.FromDays(7);

    /// <summary>Candidate groups of the look. Default: 1.</summary>
    public int Candidates { get; init; } = 1;

    /// <summary>What is usual among all accounts. Default: nothing is known.</summary>
    public GroupPopulation Population { get; init; } = GroupPopulation.Of([]);

    /// <summary>The group as analyzers see it.</summary>
    public GroupView View
    {
        get
        {
            int organizations = Organizations ?? Members.Select(member => member.Organization).Distinct().Count();
            return new GroupView
            {
                Members = Members.ToArray(),
                Exchanges = Exchanges.ToArray(),
                Organizations = organizations,
                UndeclaredOrganizations = UndeclaredOrganizations ?? organizations,
                Pieces = Pieces,
                Pool = Pool,
                Alikeness = Alikeness,
                InSitting = InSitting,
                Habits = Habits,
                Ticks = Time.UtcTicks,
                Candidates = Candidates,
                Population = Population,
            };
        }
    }

    /// <summary>
    /// A group of members, each of an organization of its own, that sent so many exchanges each, in turn, a minute apart.
    /// </summary>
    /// <param name="counts">What each member sent.</param>
    public static GroupSample InTurn(params IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var senders = new List<int>();
        for (int round = 0; senders.Count < counts.Sum(); round++)
        {
            senders.AddRange(Enumerable.Range(0, counts.Count).Where(member => counts[member] > round));
        }

        return Sent(counts.Count, senders);
    }

    /// <summary>A group of members, each of an organization of its own, whose exchanges came a minute apart.</summary>
    /// <param name="members">Number of members.</param>
    /// <param name="senders">Who sent each exchange: numbers of members, in time order.</param>
    public static GroupSample Sent(int members, params IReadOnlyList<int> senders)
    {
        ArgumentNullException.ThrowIfNull(senders);
        GroupExchange[] exchanges =
        [
            .. senders.Select((member, i) => new GroupExchange { Member = member, Ticks = Traffic.Start.UtcTicks + (i * TimeSpan.TicksPerMinute) }),
        ];
        return new GroupSample { Members = [.. Enumerable.Range(0, members).Select(member => Member(member, exchanges))], Exchanges = exchanges };
    }

    /// <summary>A copy of a view that outlives the call it was given in.</summary>
    public static GroupSample Of(in GroupView group) => new()
    {
        Members = group.Members.ToArray(),
        Exchanges = group.Exchanges.ToArray(),
        Organizations = group.Organizations,
        UndeclaredOrganizations = group.UndeclaredOrganizations,
        Pieces = group.Pieces,
        Pool = group.Pool,
        Alikeness = group.Alikeness,
        InSitting = group.InSitting,
        Habits = group.Habits,
        Time = new DateTimeOffset(group.Ticks, TimeSpan.Zero),
        Candidates = group.Candidates,
        Population = group.Population,
    };

    /// <summary>The same group, each member changed by its number.</summary>
    public GroupSample WithMembers(Func<GroupMember, int, GroupMember> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Members = [.. Members.Select(change)] };
    }

    /// <summary>The same group, each exchange changed by its number.</summary>
    public GroupSample WithExchanges(Func<GroupExchange, int, GroupExchange> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Exchanges = [.. Exchanges.Select(change)] };
    }

    /// <summary>What an analyzer says of the group.</summary>
    public Signal[] AnalyzedBy(IGroupAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var signals = default(SignalBuffer);
        GroupView view = View;
        analyzer.Analyze(in view, ref signals);
        return signals.Signals.ToArray();
    }

    private static GroupMember Member(int number, GroupExchange[] exchanges)
    {
        GroupExchange[] own = Array.FindAll(exchanges, exchange => exchange.Member == number);
        return new GroupMember
        {
            Organization = number,
            Exchanges = own.Length,
            AllExchanges = own.Length,
            FirstTicks = own.Length == 0 ? 0 : own[0].Ticks,
            LastTicks = own.Length == 0 ? 0 : own[^1].Ticks,
        };
    }
}
