// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.Regrowth;

/// <summary>Options of <c>regrowth</c>.</summary>
public sealed class RegrowthOptions : IGuardOptions
{
    /// <summary>Fewest suspended members, and fewest members that came after. 1 to 1,000; default 2: one customer may have been mistaken, and moved.</summary>
    public int Fewest { get; set; } = 2;

    /// <summary>Newcomers needed for each suspended member. 0 to 10; default 0.5: replacements may share the work of those that were lost.</summary>
    public double NewcomersPerSuspended { get; set; } = 0.5;

    /// <summary>Most that it may weigh, in natural log-odds. 0 to 5; default 3.</summary>
    public double MostWeight { get; set; } = 3;

    /// <summary>
    /// How much of the time before a suspension must still be remembered. 0 to 30 days; default 2 days: of less, members that were there before
    /// look like newcomers.
    /// </summary>
    public TimeSpan Remembered { get; set; } = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Fewest), Fewest, 1, 1_000);
        problems.CheckRange(nameof(NewcomersPerSuspended), NewcomersPerSuspended, 0, 10);
        problems.CheckRange(nameof(MostWeight), MostWeight, 0, 5);
        problems.CheckRange(nameof(Remembered), Remembered, TimeSpan.Zero, TimeSpan.FromDays(30));
    }
}
