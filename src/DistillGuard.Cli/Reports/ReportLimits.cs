// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.Reports;

/// <summary>How much of each kind a report shows. What is left out is counted in it.</summary>
/// <remarks>
/// With these a report stays below 5 MB whatever the log holds. The dearest are pictures: a row of 192 bins, no two alike, takes
/// 3.3 kB, so 12 groups of 40 rows take 1.6 MB; a name of 60 characters takes 0.5 kB when all of it must be escaped.
/// </remarks>
internal static class ReportLimits
{
    /// <summary>Groups with a picture, evidence and accounts of their own.</summary>
    public const int Groups = 12;

    /// <summary>Further groups, a line each.</summary>
    public const int FurtherGroups = 100;

    /// <summary>Accounts in one picture.</summary>
    public const int Rows = 40;

    /// <summary>Accounts in a group's table.</summary>
    public const int Members = 100;

    /// <summary>Accounts accused by themselves that are shown with their evidence.</summary>
    public const int Alone = 40;

    /// <summary>Rows of regions, and of notes.</summary>
    public const int PolicyRows = 100;

    private const int LongestName = 60;

    /// <summary>A name of the log, cut to a length that fits.</summary>
    public static string Name(string name) => DisplayText.Clean(name, LongestName);
}
