// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>What somebody who knows says of an account.</summary>
/// <param name="IsDistill">Whether it took part in a campaign.</param>
/// <param name="Campaign">The campaign's name; empty for a benign account.</param>
/// <param name="Segment">Kinds of customer it belongs to, divided by slashes; empty when nothing is said.</param>
internal sealed record AccountLabel(bool IsDistill, string Campaign, string Segment);
