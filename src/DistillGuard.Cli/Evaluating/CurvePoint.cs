// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>One threshold of a ranking of accounts.</summary>
/// <param name="Threshold">Accounts with at least this score are accused.</param>
/// <param name="FalsePositiveRate">Benign accounts accused, of all benign accounts.</param>
/// <param name="Recall">Accounts of campaigns accused, of all of them.</param>
/// <param name="Precision">Accounts of campaigns, of all that are accused.</param>
internal sealed record CurvePoint(double Threshold, double FalsePositiveRate, double Recall, double Precision);
