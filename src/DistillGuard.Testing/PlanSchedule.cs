// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>Says which account of a plan sends when.</summary>
internal static class PlanSchedule
{
    private const int ShortestSitting = 3;
    private const int LongestSitting = 8;
    private const double LongestPauseSeconds = 180;

    /// <summary>What each account sends: equal shares, or log-normal ones of the same mean.</summary>
    public static int[] Budgets(GroupPlan plan, Random chance)
    {
        int[] budgets = new int[plan.Accounts];
        for (int i = 0; i < budgets.Length; i++)
        {
            double scale = plan.Unevenness == 0 ? 1
                : Math.Exp((plan.Unevenness * Normal(chance)) - (plan.Unevenness * plan.Unevenness / 2));
            budgets[i] = Math.Max(1, (int)Math.Round(plan.ExchangesPerAccount * scale));
        }

        return budgets;
    }

    /// <summary>The times of the plan's own exchanges, each with its account; in no meaningful order.</summary>
    public static List<(DateTimeOffset Time, int Account)> Times(GroupPlan plan, int[] budgets, Random chance)
    {
        List<(DateTimeOffset Time, int Account)> times = plan.Dispatch switch
        {
            Dispatch.Independent => Independent(plan, budgets, chance),
            Dispatch.Sittings => Sittings(plan, budgets, chance),
            Dispatch.Turns => Turns(plan, budgets),
            Dispatch.FullHours => FullHours(plan, budgets),
            _ => throw new ArgumentOutOfRangeException(nameof(plan), plan.Dispatch, "Not a way to dispatch."),
        };
        return plan.Jitter == TimeSpan.Zero ? times
            : [.. times.Select(sent => (sent.Time + (plan.Jitter * chance.NextDouble()), sent.Account))];
    }

    /// <summary>Times of people: a few exchanges in a sitting, and sittings at any time.</summary>
    public static List<(DateTimeOffset Time, int Account)> Sittings(GroupPlan plan, int[] budgets, Random chance)
    {
        var times = new List<(DateTimeOffset Time, int Account)>();
        for (int account = 0; account < budgets.Length; account++)
        {
            int left = budgets[account];
            while (left > 0)
            {
                DateTimeOffset time = plan.Start + (plan.Duration * chance.NextDouble());
                for (int length = chance.Next(ShortestSitting, LongestSitting + 1); length > 0 && left > 0; length--, left--)
                {
                    times.Add((time, account));
                    time += TimeSpan.FromSeconds(20 + (chance.NextDouble() * LongestPauseSeconds));
                }
            }
        }

        return times;
    }

    private static List<(DateTimeOffset Time, int Account)> Independent(GroupPlan plan, int[] budgets, Random chance)
    {
        var times = new List<(DateTimeOffset Time, int Account)>();
        for (int account = 0; account < budgets.Length; account++)
        {
            for (int i = 0; i < budgets[account]; i++)
            {
                times.Add((plan.Start + (plan.Duration * chance.NextDouble()), account));
            }
        }

        return times;
    }

    private static List<(DateTimeOffset Time, int Account)> Turns(GroupPlan plan, int[] budgets)
    {
        var times = new List<(DateTimeOffset Time, int Account)>();
        TimeSpan gap = plan.Duration / budgets.Sum();
        for (int round = 0; round < budgets.Max(); round++)
        {
            for (int account = 0; account < budgets.Length; account++)
            {
                if (budgets[account] > round)
                {
                    times.Add((plan.Start + (gap * times.Count), account));
                }
            }
        }

        return times;
    }

    private static List<(DateTimeOffset Time, int Account)> FullHours(GroupPlan plan, int[] budgets)
    {
        var times = new List<(DateTimeOffset Time, int Account)>();
        double hours = Math.Max(1, Math.Floor(plan.Duration.TotalHours));
        for (int account = 0; account < budgets.Length; account++)
        {
            for (int i = 0; i < budgets[account]; i++)
            {
                times.Add((plan.Start + TimeSpan.FromHours(Math.Floor(hours * i / budgets[account])), account));
            }
        }

        return times;
    }

    // Box and Muller 1958.
    private static double Normal(Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
