// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Groups;

/// <summary>Makes words of a group's finding: a note that a colleague could have written.</summary>
internal static class GroupExplanation
{
    public static string Write(GroupFinding finding)
    {
        var text = new StringBuilder();
        string standing = finding.Level switch
        {
            VerdictLevel.High => "High: far above the bar",
            VerdictLevel.Elevated => "Elevated: above the bar",
            _ => "No accusation",
        };
        text.Append(
            CultureInfo.InvariantCulture,
            $"{standing} (score {finding.Score:F1}, bar {finding.Bar:F1}). {finding.Accounts.Count} accounts of {finding.Organizations} unrelated organizations {Bond(finding)}, {finding.Exchanges} exchanges so far.");
        foreach (Signal signal in finding.Signals.OrderByDescending(static signal => signal.Weight))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n- {signal.Info.Title} [{signal.Info.Family}, {(signal.Weight > 0 ? "+" : string.Empty)}{signal.Weight:F1}]: {signal.Describe()}");
            text.Append("\n  Innocent if: ").Append(signal.Info.Innocent);
        }

        return text.ToString();
    }

    private static string Bond(GroupFinding finding) => finding.Pool switch
    {
        PoolKind.Questions => "ask single questions about the same things and never in a sitting",
        PoolKind.Parameters => "ask for the same rare sampling parameters about the same things",
        PoolKind.Links => "share a payment token or a network with few others",
        _ => string.Create(CultureInfo.InvariantCulture, $"send {finding.Pieces} template sentences that ordinary traffic does not share"),
    };
}
