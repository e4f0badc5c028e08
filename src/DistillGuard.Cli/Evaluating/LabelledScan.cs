// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Groups;

namespace DistillGuard.Cli.Evaluating;

/// <summary>A scan beside the labels of its accounts. Accounts without a label count nowhere.</summary>
internal sealed class LabelledScan
{
    private readonly Dictionary<string, AccountRecord> _accused;
    private readonly Dictionary<string, double> _groupMargins = new(StringComparer.Ordinal);

    public LabelledScan(ScanResult scan, EvalRecorder recorder, IReadOnlyDictionary<string, AccountLabel> labels)
    {
        Scan = scan;
        _accused = scan.Accounts.ToDictionary(static record => record.Account, StringComparer.Ordinal);
        Accounts = [.. recorder.Accounts.Values.Where(account => labels.ContainsKey(account.Name)).Select(account => (account, labels[account.Name]))];
        Benign = [.. Accounts.Where(static account => !account.Label.IsDistill)];
        Distill = [.. Accounts.Where(static account => account.Label.IsDistill)];
        BenignDays = Benign.Sum(static account => account.Series.Days.Count);
        Unlabelled = recorder.Accounts.Count - Accounts.Count;
        WithoutTraffic = labels.Count - Accounts.Count;
        BenignGroups = scan.Groups.Count(group => IsBenign(group, labels));
        foreach (GroupRecord group in scan.Groups.Concat(scan.GroupWatch))
        {
            NoteMargin(group);
        }
    }

    public ScanResult Scan { get; }

    public IReadOnlyList<(AccountSeries Series, AccountLabel Label)> Accounts { get; }

    public IReadOnlyList<(AccountSeries Series, AccountLabel Label)> Benign { get; }

    public IReadOnlyList<(AccountSeries Series, AccountLabel Label)> Distill { get; }

    public long BenignDays { get; }

    public long Unlabelled { get; }

    public long WithoutTraffic { get; }

    public int BenignGroups { get; }

    /// <summary>What stands against an account; <see langword="null"/> when it is not accused.</summary>
    public AccountRecord? Accusation(string account) => _accused.GetValueOrDefault(account);

    /// <summary>Whether an account is accused.</summary>
    public bool IsAccused(string account) => _accused.ContainsKey(account);

    /// <summary>How far an account is above the bar, or below: by itself or with its group, whichever is nearer to an accusation.</summary>
    public double Margin(AccountSeries account)
    {
        double own = account.Days.Max(static day => day.Margin);
        return Math.Max(own, _groupMargins.GetValueOrDefault(account.Name, double.NegativeInfinity));
    }

    /// <summary>Benign accounts accused, per benign account-day.</summary>
    public Rate FalseAlarms() => Rate.Of(Benign.Count(account => IsAccused(account.Series.Name)), BenignDays);

    /// <summary>Accounts of campaigns accused.</summary>
    public Rate Recall() => Rate.Of(Distill.Count(account => IsAccused(account.Series.Name)), Distill.Count);

    /// <summary>Campaigns of which at least one account is accused.</summary>
    public Rate CampaignRecall()
    {
        IGrouping<string, (AccountSeries Series, AccountLabel Label)>[] campaigns =
            [.. Distill.GroupBy(static account => account.Label.Campaign, StringComparer.Ordinal)];
        return Rate.Of(campaigns.Count(campaign => campaign.Any(account => IsAccused(account.Series.Name))), campaigns.Length);
    }

    private static bool IsBenign(GroupRecord group, IReadOnlyDictionary<string, AccountLabel> labels)
    {
        int benign = group.Accounts.Count(account => labels.TryGetValue(account, out AccountLabel? label) && !label.IsDistill);
        return benign > 0 && benign * 2 >= group.Accounts.Count;
    }

    private void NoteMargin(GroupRecord group)
    {
        GroupFinding finding = group.Finding;
        double score = finding.FirstAlert is null ? finding.LatestAccusableScore : finding.Score;
        foreach (string account in group.Accounts)
        {
            double margin = score - finding.Bar;
            _groupMargins[account] = Math.Max(margin, _groupMargins.GetValueOrDefault(account, double.NegativeInfinity));
        }
    }
}
