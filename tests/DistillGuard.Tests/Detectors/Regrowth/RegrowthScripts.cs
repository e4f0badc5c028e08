// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Support;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.Regrowth;

/// <summary>Campaigns that lose accounts and replace them.</summary>
internal static class RegrowthScripts
{
    public static readonly DateTimeOffset Suspension = Traffic.Start + TimeSpan.FromDays(1);

    /// <summary>Eight accounts of which four are suspended after a day; others go on with the same template.</summary>
    public static GroupScenario AddReplaced(
        GroupScenario scenario, int suspended = 4, int replacements = 4, TimeSpan pause = default, Func<int, Random, Exchange>? prompts = null)
    {
        scenario.Add(GroupPlans.Campaign with { Accounts = 4, Duration = TimeSpan.FromDays(3) });
        scenario.Add(GroupPlans.Campaign with { Name = "lost", Accounts = 4, Duration = TimeSpan.FromDays(1) });
        scenario.Add(GroupPlans.Campaign with
        {
            Name = "replacements",
            Accounts = replacements,
            Start = Suspension + TimeSpan.FromHours(1) + pause,
            Prompts = prompts ?? GroupPlans.Campaign.Prompts,
        });
        return Suspend(scenario, "lost", suspended);
    }

    public static GroupScenario Suspend(GroupScenario scenario, string plan, int accounts)
    {
        for (int i = 0; i < accounts; i++)
        {
            scenario.Enforce($"{plan}-{i}", Suspension, EnforcementAction.Suspend);
        }

        return scenario;
    }
}
