// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Requests;

namespace DistillGuard.Testing;

/// <summary>Groups that hardly ever form, and that no analyzer may stumble over. Deterministic.</summary>
internal static class HostileGroups
{
    private const int Many = 3_000;

    public static IEnumerable<(string Occasion, GroupSample Group)> All() =>
    [
        .. Shapes(),
        .. Shapes().Select(shape => (shape.Occasion + ", as a pool of questions", InPool(shape.Group, PoolKind.Questions))),
        .. Shapes().Select(shape => (shape.Occasion + ", as a pool of parameters", InPool(shape.Group, PoolKind.Parameters))),
        .. Habits().Select(habits => (habits.Occasion, InPool(GroupSample.InTurn(6, 6, 6, 6, 6), PoolKind.Links) with { Habits = habits.Habits })),
    ];

    private static GroupSample InPool(GroupSample group, PoolKind kind) =>
        group with { Pool = kind, Pieces = 0, Alikeness = 0.5, InSitting = 0.1 };

    private static IEnumerable<(string Occasion, GroupHabits Habits)> Habits()
    {
        AccountHabit still = new() { Change = new float[AccountHabit.Dimensions], Topics = new ushort[8] };
        AccountHabit huge = new() { Change = Enumerable.Repeat(1e6f, AccountHabit.Dimensions).ToArray(), Topics = new ushort[] { 1 } };
        AccountHabit cut = new() { Change = new float[3] };

        yield return ("ties of accounts that never asked", new GroupHabits { Members = Many(new AccountHabit(), 9), Peers = Many(new AccountHabit(), 60) });
        yield return ("ties of accounts that never changed", new GroupHabits { Members = Many(still, 9), Peers = Many(still, 60) });
        yield return ("ties without peers", new GroupHabits { Members = Many(huge, 9) });
        yield return ("peers without members", new GroupHabits { Peers = Many(huge, 60) });
        yield return ("ties of accounts of which too little is known", new GroupHabits { Members = Many(cut, 9), Peers = Many(cut, 60) });
        yield return ("ties of accounts that changed without measure", new GroupHabits { Members = Many(huge, 9), Peers = Many(still, 60) });

        static AccountHabit[] Many(AccountHabit habit, int count) => [.. Enumerable.Repeat(habit, count)];
    }

    private static IEnumerable<(string Occasion, GroupSample Group)> Shapes()
    {
        GroupSample usual = GroupSample.InTurn(6, 6, 6, 6, 6);
        long late = DateTimeOffset.MaxValue.UtcTicks;
        GroupPopulation crowd = GroupPopulation.Of(Enumerable.Range(0, 500).Select(i => Traffic.Start.AddHours(-i)), suspended: 20);

        yield return ("no members", new GroupSample());
        yield return ("no members, although organizations are counted", new GroupSample { Organizations = 9, Pieces = 9 });
        yield return ("one member", GroupSample.InTurn(12));
        yield return ("two members", GroupSample.InTurn(12, 12));
        yield return ("members that sent nothing", GroupSample.InTurn(0, 0, 0, 0, 0));
        yield return ("members beside one that sends everything", GroupSample.InTurn(0, 0, 400, 0, 0));
        yield return ("one exchange each", GroupSample.InTurn(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        yield return ("one organization", usual.WithMembers((member, _) => member with { Organization = 0 }));
        yield return ("nobody undeclared", (usual with { UndeclaredOrganizations = 0 })
            .WithMembers((member, _) => member with { Declared = DeclaredUses.Evaluation }));
        yield return ("all exchanges at one time", usual.WithExchanges((exchange, _) => exchange with { Ticks = 0 }));
        yield return ("exchanges at the end of time", (usual with { Time = DateTimeOffset.MaxValue })
            .WithExchanges((exchange, _) => exchange with { Ticks = late })
            .WithMembers((member, _) => member with { FirstTicks = late, LastTicks = late, CreatedTicks = late, SuspendedTicks = late }));
        yield return ("sign-ups at the beginning of time", usual.WithMembers((member, _) => member with { CreatedTicks = 1 }));
        yield return ("sign-ups on one day, and nobody else known", usual.WithMembers((member, _) => member with { CreatedTicks = Traffic.Start.UtcTicks }));
        yield return ("every tie there is", (usual with { Population = crowd })
            .WithMembers((member, _) => member with { Links = (GroupLinks)0xFF, CreatedTicks = Traffic.Start.UtcTicks }));
        yield return ("everybody suspended", (usual with { Population = crowd })
            .WithMembers((member, _) => member with { SuspendedTicks = member.FirstTicks + 1 }));
        yield return ("everybody suspended before the first exchange", usual.WithMembers((member, _) => member with { SuspendedTicks = 1 }));
        yield return ("numbers as large as they get", (usual with { Organizations = int.MaxValue, Pieces = int.MaxValue, Candidates = int.MaxValue })
            .WithMembers((member, _) => member with { AllExchanges = long.MaxValue }));
        yield return ("more exchanges than the account ever sent", usual.WithMembers((member, _) => member with { AllExchanges = 0 }));
        yield return ("every trait and tactic there is", usual.WithExchanges((exchange, _) => exchange with
        {
            Traits = (ExchangeTraits)ushort.MaxValue,
            Tactics = int.MaxValue,
            ContentWeight = 50,
            Model = uint.MaxValue,
        }));
        yield return ("no candidates counted", usual with { Candidates = 0 });
        yield return ("thousands of members", GroupSample.InTurn(Enumerable.Repeat(2, Many).ToArray()) with { Candidates = Many });
    }
}
