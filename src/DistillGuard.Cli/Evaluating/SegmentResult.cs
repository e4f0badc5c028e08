// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>False accusations in one kind of customer.</summary>
/// <param name="Segment">The kind.</param>
/// <param name="Accounts">Benign accounts of it.</param>
/// <param name="FalseAlarms">Accused of them, per benign account-day.</param>
/// <param name="Ratio">Its rate over that of all; <see langword="null"/> when nobody benign was accused at all.</param>
/// <param name="IsWorse">Whether its rate is above 1.25 times that of all by more than chance: the lower end of its interval is.</param>
internal sealed record SegmentResult(string Segment, long Accounts, Rate FalseAlarms, double? Ratio, bool IsWorse);
