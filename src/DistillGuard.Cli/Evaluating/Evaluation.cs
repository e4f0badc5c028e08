// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Evaluating.Baselines;
using DistillGuard.Cli.Findings;

namespace DistillGuard.Cli.Evaluating;

/// <summary>Compares a scan with labels.</summary>
internal sealed class Evaluation
{
    private const double MostRatio = 1.25;

    private readonly LabelledScan _scan;
    private readonly EvalRecorder _recorder;

    public Evaluation(LabelledScan scan, EvalRecorder recorder)
    {
        _scan = scan;
        _recorder = recorder;
    }

    public EvalResult Run(IReadOnlyList<AblationResult> ablation)
    {
        ScanResult scan = _scan.Scan;
        return new EvalResult
        {
            Budget = scan.Budget.PerAccountDay,
            Calibration = (scan.Setup.Guard.Calibration ?? GuardCalibration.Default).Name,
            AccountBar = scan.Setup.Guard.Bar,
            GroupBar = scan.Setup.Guard.GroupBar,
            Exchanges = scan.Guard.Evaluated,
            LabelsWithoutTraffic = _scan.WithoutTraffic,
            AccountsWithoutLabel = _scan.Unlabelled,
            BenignAccounts = _scan.Benign.Count,
            FalseAlarms = _scan.FalseAlarms(),
            BenignGroups = _scan.BenignGroups,
            Recall = _scan.Recall(),
            CampaignRecall = _scan.CampaignRecall(),
            Campaigns = Campaigns(),
            Segments = Segments(),
            Reliability = [.. Enumerable.Range(0, BudgetBars.Budgets.Count).Select(Reliability)],
            Baselines = BaselineTable(),
            Ablation = ablation,
            Curve = new Ranking(_scan.Accounts.Select(account => (_scan.Margin(account.Series), account.Label.IsDistill))).Curve(),
        };
    }

    private List<CampaignResult> Campaigns() =>
        [.. _scan.Distill
            .GroupBy(static account => account.Label.Campaign, StringComparer.Ordinal)
            .OrderBy(static campaign => campaign.Key, StringComparer.Ordinal)
            .Select(campaign => Campaign(campaign.Key, [.. campaign.Select(static account => account.Series)]))];

    private CampaignResult Campaign(string name, AccountSeries[] accounts)
    {
        AccountRecord[] accused = [.. accounts.Select(account => _scan.Accusation(account.Name)).OfType<AccountRecord>()];
        DateTimeOffset? first = accused.Min(static record => record.FirstAlert);
        long exchanges = accounts.Sum(static account => (long)account.Ticks.Count);
        long until = first?.UtcTicks ?? long.MaxValue;
        long begun = accounts.Min(static account => account.Ticks.Min());
        return new CampaignResult(
            name,
            Rate.Of(accused.Length, accounts.Length),
            exchanges,
            accounts.Sum(account => account.Ticks.Count(ticks => ticks <= until)),
            first is null ? null : TimeSpan.FromTicks(Math.Max(0, until - begun)).TotalHours,
            (double)accounts.Sum(Leaked) / exchanges,
            first);
    }

    private long Leaked(AccountSeries account) =>
        _scan.Accusation(account.Name)?.FirstAlert is { } alert
            ? account.Ticks.Count(ticks => ticks <= alert.UtcTicks)
            : account.Ticks.Count;

    // A segment like rag/zh/EU is of three kinds at once, and each kind is looked at.
    private List<SegmentResult> Segments()
    {
        double whole = _scan.FalseAlarms().Value;
        return [.. _scan.Benign
            .SelectMany(static account => account.Label.Segment.Split('/', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(part => (Segment: part, account.Series)))
            .GroupBy(static pair => pair.Segment, static pair => pair.Series, StringComparer.Ordinal)
            .OrderBy(static segment => segment.Key, StringComparer.Ordinal)
            .Select(segment => Segment(segment.Key, [.. segment], whole))];
    }

    private SegmentResult Segment(string name, AccountSeries[] accounts, double whole)
    {
        var rate = Rate.Of(accounts.Count(account => _scan.IsAccused(account.Name)), accounts.Sum(static account => (long)account.Days.Count));
        return new SegmentResult(name, accounts.Length, rate, whole > 0 ? rate.Value / whole : null, rate.Lower > MostRatio * whole);
    }

    // The groups of the scan are the same at every account budget, so no second scan is needed.
    private ReliabilityResult Reliability(int budget)
    {
        long days = _scan.Benign.Sum(account => account.Series.Days.Count(day => day.AtBudgets.Reached[budget]) + (IsNamedWithGroup(account.Series) ? 1 : 0));
        long found = _scan.Distill.Count(account => account.Series.Days.Any(day => day.AtBudgets.Reached[budget]) || IsNamedWithGroup(account.Series));
        return new ReliabilityResult(
            BudgetBars.Budgets[budget],
            _recorder.Bars.PooledAt(budget),
            Rate.Of(Math.Min(days, _scan.BenignDays), _scan.BenignDays),
            Rate.Of(found, _scan.Distill.Count));
    }

    private bool IsNamedWithGroup(AccountSeries account) => _scan.Accusation(account.Name)?.Group is not null;

    // Every rule gets the threshold that suits it best on this very log, with as many benign accounts accused as the budget allows.
    private List<BaselineResult> BaselineTable()
    {
        var allowed = (long)(_scan.Scan.Budget.PerAccountDay * _scan.BenignDays);
        Dictionary<string, double> margins = _scan.Accounts.ToDictionary(account => account.Series.Name, account => _scan.Margin(account.Series), StringComparer.Ordinal);
        return
        [
            Row("DistillGuard at its own bar", margins, 0),
            .. BaselineScores.All(_recorder).Select(baseline => Row(baseline.Name, baseline.Scores, ThresholdFor(baseline.Scores, allowed))),
        ];
    }

    private double ThresholdFor(IReadOnlyDictionary<string, double> scores, long allowed) => Rank(scores).ThresholdFor(allowed);

    private Ranking Rank(IReadOnlyDictionary<string, double> scores) =>
        new(_scan.Accounts.Select(account => (scores[account.Series.Name], account.Label.IsDistill)));

    private BaselineResult Row(string name, IReadOnlyDictionary<string, double> scores, double threshold)
    {
        Ranking ranking = Rank(scores);
        bool IsAccused((AccountSeries Series, AccountLabel Label) account) => scores[account.Series.Name] >= threshold;
        bool[] campaigns = [.. _scan.Distill
            .GroupBy(static account => account.Label.Campaign, StringComparer.Ordinal)
            .Select(campaign => campaign.Count(IsAccused) * 2 >= campaign.Count())];
        return new BaselineResult(
            name,
            Rate.Of(_scan.Benign.Count(IsAccused), _scan.BenignDays),
            Rate.Of(_scan.Distill.Count(IsAccused), _scan.Distill.Count),
            Rate.Of(campaigns.Count(static found => found), campaigns.Length),
            ranking.AreaUnderCurve(),
            ranking.AveragePrecision());
    }
}
