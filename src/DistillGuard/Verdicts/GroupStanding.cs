// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Verdicts;

/// <summary>How an account stands as a member of a group, as of the analysis plane's last look. The default value belongs to no accused group.</summary>
/// <param name="Group">Number of the accused group, as in <see cref="Groups.GroupFinding.Number"/>; 0 for none.</param>
/// <param name="Level">How the group's score stands against the bar for groups.</param>
/// <param name="Score">The group's score, in natural log-odds.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct GroupStanding(int Group, VerdictLevel Level, float Score);
