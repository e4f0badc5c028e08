// SPDX-License-Identifier: MIT

using DistillGuard;

namespace Acme.Gateway;

/// <summary>Options of regular-gaps.</summary>
public sealed class RegularGapsOptions : IGuardOptions
{
    /// <summary>Gaps seen before anything is said. 8 to 100,000; default 50.</summary>
    public int MinimumGaps { get; set; } = 50;

    /// <summary>Gaps that vary less than this share of their mean are regular. 0 to 1; default 0.05.</summary>
    public double RegularBelow { get; set; } = 0.05;

    /// <summary>
    /// What regular gaps weigh, in natural log-odds. 0 to 2; default 0.5, for cron jobs are regular, too.
    /// </summary>
    public double Weight { get; set; } = 0.5;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(MinimumGaps), MinimumGaps, 8, 100_000);
        problems.CheckRange(nameof(RegularBelow), RegularBelow, 0, 1);
        problems.CheckRange(nameof(Weight), Weight, 0, 2);
    }
}
