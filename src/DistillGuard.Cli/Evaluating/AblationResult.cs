// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>What is left without one family of evidence.</summary>
/// <param name="Without">The family that weighs nothing.</param>
/// <param name="Recall">Accounts of campaigns accused.</param>
/// <param name="Campaigns">Campaigns of which an account is accused.</param>
/// <param name="FalseAlarms">Benign accounts accused, per benign account-day.</param>
internal sealed record AblationResult(string Without, Rate Recall, Rate Campaigns, Rate FalseAlarms);
