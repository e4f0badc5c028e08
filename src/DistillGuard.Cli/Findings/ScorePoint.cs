// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Cli.Findings;

/// <summary>A score at a time.</summary>
/// <param name="Time">When it was tested.</param>
/// <param name="Score">In natural log-odds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScorePoint(DateTimeOffset Time, float Score);
