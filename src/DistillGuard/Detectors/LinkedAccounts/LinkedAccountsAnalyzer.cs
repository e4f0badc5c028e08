// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.LinkedAccounts;

/// <summary>How many members of a group are tied by payment, client or network, and whether they signed up together.</summary>
internal sealed class LinkedAccountsAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "linked-accounts";

    private readonly LinkedAccountsOptions _options;
    private readonly SignalTag _days;

    public LinkedAccountsAnalyzer(LinkedAccountsOptions options)
    {
        _options = options;
        _days = SignUpBurst.DaysTag(options.BurstDays);
    }

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        // What brought accounts together says nothing more about them; and an agency's customers come together.
        if (group.Members.IsEmpty || group.Pool == PoolKind.Links)
        {
            return;
        }

        AddLinks(in group, ref signals);
        AddBurst(in group, ref signals);
    }

    // What ties accounts was decided when the group was made: GroupLinks leaves out what many others share too.
    private void AddLinks(in GroupView group, ref SignalBuffer signals)
    {
        (double payment, double fingerprint, double egress) = Shares(in group);
        double paymentWeight = _options.PaymentWeight * payment;
        double fingerprintWeight = _options.FingerprintWeight * fingerprint;
        double egressWeight = _options.EgressWeight * egress;
        double weight = paymentWeight + fingerprintWeight + egressWeight;
        if (weight <= 0)
        {
            return;
        }

        (double share, SignalTag tie) = paymentWeight >= Math.Max(fingerprintWeight, egressWeight) ? (payment, LinkedAccountsSignals.Payment)
            : fingerprintWeight >= egressWeight ? (fingerprint, LinkedAccountsSignals.Fingerprint)
            : (egress, LinkedAccountsSignals.Egress);
        signals.Add(new Signal(LinkedAccountsSignals.Linked, (float)weight, (float)share, (float)_options.UsualShare, tie));
    }

    private void AddBurst(in GroupView group, ref SignalBuffer signals)
    {
        SignUpBurst burst = SignUpBurst.Find(in group, _options.BurstDays);

        // As many groups as were looked at had the chance to look like this.
        double weight = Math.Min(_options.MostBurstWeight, Evidence.FromTail(burst.Tail * group.Candidates));
        if (weight > 0)
        {
            signals.Add(new Signal(LinkedAccountsSignals.Burst, (float)weight, (float)burst.Share, (float)burst.Usual, _days));
        }
    }

    private static (double Payment, double Fingerprint, double Egress) Shares(in GroupView group)
    {
        int payment = 0;
        int fingerprint = 0;
        int egress = 0;
        foreach (ref readonly GroupMember member in group.Members)
        {
            payment += (member.Links & GroupLinks.Payment) != GroupLinks.None ? 1 : 0;
            fingerprint += (member.Links & GroupLinks.Fingerprint) != GroupLinks.None ? 1 : 0;
            egress += (member.Links & GroupLinks.Egress) != GroupLinks.None ? 1 : 0;
        }

        double all = group.Members.Length;
        return (payment / all, fingerprint / all, egress / all);
    }
}
