// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Evaluating;
using DistillGuard.Statistics;

namespace DistillGuard.Cli.Support;

/// <summary>Results of evaluations, as pages take them.</summary>
internal static class EvalSample
{
    /// <summary>A small one.</summary>
    public static EvalResult Of(int rows, string name) => new()
    {
        Budget = 1e-3,
        Calibration = "cal.json",
        AccountBar = 4.6,
        GroupBar = 4.6,
        Exchanges = 100,
        LabelsWithoutTraffic = 0,
        AccountsWithoutLabel = 0,
        BenignAccounts = 9,
        FalseAlarms = Rate.Of(1, 20),
        BenignGroups = 0,
        Recall = Rate.Of(2, 3),
        CampaignRecall = Rate.Of(1, 2),
        Campaigns = [.. Enumerable.Repeat(new CampaignResult(name, Rate.Of(2, 3), 30, 4, 1.5, 0.25, DateTimeOffset.UnixEpoch), rows)],
        Segments = [.. Enumerable.Repeat(new SegmentResult(name, 9, Rate.Of(1, 20), 1, false), rows)],
        Reliability = [new ReliabilityResult(1e-3, 4.6, Rate.Of(1, 20), Rate.Of(2, 3))],
        Baselines = [new BaselineResult("DistillGuard at its own bar", Rate.Of(1, 20), Rate.Of(2, 3), Rate.Of(1, 2), 0.9, 0.8)],
        Ablation = [new AblationResult("content", Rate.Of(1, 3), Rate.Of(1, 2), Rate.Of(0, 20))],
        Curve = new Ranking([(3, true), (2, true), (1, false), (0, true), (-1, false)]).Curve(),
    };

    /// <summary>One with more of everything than a page shows, every name as long and as hostile as it can be, and a threshold for each of 200,000 accounts.</summary>
    public static EvalResult Crowded() => Of(1, "x") with
    {
        Calibration = HostileText.Name(0),
        BenignAccounts = 150_000,
        Campaigns = [.. Enumerable.Range(0, 600).Select(i => new CampaignResult(HostileText.Name(i), Rate.Of(2, 3), 30_000_000, 4_000_000, 1500, 0.25, DateTimeOffset.UnixEpoch))],
        Segments = [.. Enumerable.Range(0, 600).Select(i => new SegmentResult(HostileText.Name(i), 90_000, Rate.Of(1_000, 2_000_000), 12.5, true))],
        Reliability = [.. Enumerable.Repeat(new ReliabilityResult(1e-3, 4.6, Rate.Of(1, 2_000_000), Rate.Of(200, 300)), BudgetBars.Budgets.Count)],
        Baselines = [.. Enumerable.Repeat(new BaselineResult("a simple rule with a long name", Rate.Of(1, 20), Rate.Of(2, 3), Rate.Of(1, 2), 0.9, 0.8), 12)],
        Ablation = [.. Enumerable.Repeat(new AblationResult("content", Rate.Of(1, 3), Rate.Of(1, 2), Rate.Of(0, 20)), 12)],
        Curve = new Ranking(Ranked(200_000)).Curve(),
    };

    // Every fourth account is of a campaign, and such accounts rank higher, with much overlap; no two scores are alike.
    private static List<(double Score, bool IsDistill)> Ranked(int accounts)
    {
        var random = new SplitMix(3);
        var ranked = new List<(double, bool)>();
        for (int i = 0; i < accounts; i++)
        {
            ranked.Add((random.Below(1_000_000) + (i / (double)accounts) + (i % 4 == 0 ? 400_000 : 0), i % 4 == 0));
        }

        return ranked;
    }
}
