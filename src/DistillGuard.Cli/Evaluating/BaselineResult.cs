// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>What a rule finds at a false-alarm rate, beside ours.</summary>
/// <param name="Name">The rule.</param>
/// <param name="FalseAlarms">Benign accounts accused, per benign account-day.</param>
/// <param name="Recall">Accounts of campaigns accused.</param>
/// <param name="Campaigns">Campaigns of which at least half of the accounts are accused.</param>
/// <param name="AreaUnderCurve">Area under the receiver operating characteristic, accounts as units.</param>
/// <param name="AveragePrecision">Area under precision over recall, at the base rate of this log.</param>
internal sealed record BaselineResult(string Name, Rate FalseAlarms, Rate Recall, Rate Campaigns, double AreaUnderCurve, double AveragePrecision);
