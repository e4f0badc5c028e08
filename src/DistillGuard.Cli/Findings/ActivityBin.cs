// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Cli.Findings;

/// <summary>One account's exchanges in one bin of time.</summary>
/// <param name="Bin">The bin's number: its beginning in ticks since year 1, divided by the width of bins.</param>
/// <param name="Exchanges">How many.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ActivityBin(long Bin, long Exchanges);
