// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Testing;

/// <summary>What a test wants to hold of a scenario. Each throws a <see cref="VerdictAssertionException"/> that quotes the groups.</summary>
public static class GroupAssertions
{
    /// <summary>A group that is accused names at least a share of a plan's accounts.</summary>
    /// <param name="scenario">The scenario, run.</param>
    /// <param name="plan">The plan's name.</param>
    /// <param name="share">From 0 to 1. Default: 0.9.</param>
    /// <returns>What became of the plan.</returns>
    public static PlanResult ShouldFind(this GroupScenario scenario, string plan, double share = 0.9)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        PlanResult result = scenario.ResultOf(plan);
        return result.IsFound && result.Named >= share * result.Accounts
            ? result
            : throw new VerdictAssertionException(
                $"Accused groups name {result.Named} of {result.Accounts} accounts of '{plan}'." + Describe(scenario.GroupsOf(plan)));
    }

    /// <summary>No accused group names an account of a plan.</summary>
    /// <returns>The scenario.</returns>
    public static GroupScenario ShouldNotAccuse(this GroupScenario scenario, string plan)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        PlanResult result = scenario.ResultOf(plan);
        return !result.IsFound
            ? scenario
            : throw new VerdictAssertionException(
                $"Accused groups name {result.Named} of {result.Accounts} accounts of '{plan}'." + Describe(scenario.GroupsOf(plan)));
    }

    /// <summary>No group is accused.</summary>
    /// <returns>The scenario.</returns>
    public static GroupScenario ShouldAccuseNobody(this GroupScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Accused.Count == 0
            ? scenario
            : throw new VerdictAssertionException(
                $"{scenario.Accused.Count} groups are accused, and name {string.Join(", ", scenario.AccusedAccounts.Take(5))}."
                + Describe(scenario.Accused));
    }

    /// <summary>A signal of an id was given about a plan's accounts.</summary>
    /// <returns>The heaviest of them.</returns>
    public static Signal ShouldHaveSignal(this GroupScenario scenario, string plan, string id)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.SignalOf(plan, id)
            ?? throw new VerdictAssertionException($"No group of '{plan}' has a signal '{id}'." + Describe(scenario.GroupsOf(plan)));
    }

    /// <summary>No signal of an id about a plan's accounts weighs more than a trifle.</summary>
    /// <param name="scenario">The scenario, run.</param>
    /// <param name="plan">The plan's name.</param>
    /// <param name="id">The signal's id.</param>
    /// <param name="trifle">The most that it may weigh, in natural log-odds. Default: 0.1.</param>
    /// <returns>The scenario.</returns>
    public static GroupScenario ShouldNotHaveSignal(this GroupScenario scenario, string plan, string id, float trifle = DetectorCase.DefaultTrifle)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.SignalOf(plan, id) is not { } signal || signal.Weight <= trifle
            ? scenario
            : throw new VerdictAssertionException($"'{id}' weighs {signal.Weight:F2} about '{plan}'." + Describe(scenario.GroupsOf(plan)));
    }

    private static string Describe(IReadOnlyList<GroupFinding> groups) =>
        groups.Count == 0 ? " They belong to no group." : string.Concat(groups.Take(3).Select(group => Environment.NewLine + group.Explain()));
}
