// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Detectors.CoordinatedTiming;

/// <summary>Options of <c>coordinated-timing</c>. All weights are natural log-odds.</summary>
public sealed class CoordinatedTimingOptions : IGuardOptions
{
    /// <summary>Fewest accounts that can be said to take turns. 2 to 1,000; default 4.</summary>
    public int FewestMembers { get; set; } = 4;

    /// <summary>Fewest exchanges per account, on average, before anything is said about turns. 2 to 1,000; default 4.</summary>
    public int FewestPerMember { get; set; } = 4;

    /// <summary>
    /// How often an account may follow itself, as a share of what chance alone gives, while the group still counts as taking turns. 0 to 1; default
    /// 0.5: in a large group a small lack is significant, and means little.
    /// </summary>
    public double MostRepeats { get; set; } = 0.5;

    /// <summary>Most that taking turns may weigh. 0 to 5; default 3.</summary>
    public double MostTurnsWeight { get; set; } = 3;

    /// <summary>Fewest accounts that can be said to send equal portions. 2 to 1,000; default 8.</summary>
    public int FewestEvenMembers { get; set; } = 8;

    /// <summary>
    /// Fewest visits per account, on average, before anything is said about portions: exchanges after a pause of 15 minutes or more. 2 to 1,000;
    /// default 8: below, chance hides how uneven customers are.
    /// </summary>
    public int FewestPerEvenMember { get; set; } = 8;

    /// <summary>
    /// Squared coefficient of variation of the counts per account, beyond what chance gives, above which portions are not equal. 0.01 to 10;
    /// default 0.2: in benign groups it was 0.21 or more.
    /// </summary>
    public double UnevenFrom { get; set; } = 0.2;

    /// <summary>The same measure at which equal portions weigh in full. -10 to 10, below <see cref="UnevenFrom"/>; default 0.05.</summary>
    public double EvenBelow { get; set; } = 0.05;

    /// <summary>What equal portions weigh. 0 to 5; default 1.2.</summary>
    public double EvenWeight { get; set; } = 1.2;

    /// <summary>
    /// How many times the median an account may send and still be looked at. 1.5 to 1,000; default 4: one account that stands apart would hide how
    /// the others are dealt to.
    /// </summary>
    public double ApartFactor { get; set; } = 4;

    /// <summary>
    /// How much an account's times must agree on a point of the clock for it to count as a scheduled job, whose turns and portions say nothing: 1 when
    /// all are the same, about 1/√n when n are random. 0.5 to 1; default 0.8.
    /// </summary>
    public double ScheduledFrom { get; set; } = 0.8;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(FewestMembers), FewestMembers, 2, 1_000);
        problems.CheckRange(nameof(FewestPerMember), FewestPerMember, 2, 1_000);
        problems.CheckRange(nameof(MostRepeats), MostRepeats, 0, 1);
        problems.CheckRange(nameof(MostTurnsWeight), MostTurnsWeight, 0, 5);
        problems.CheckRange(nameof(FewestEvenMembers), FewestEvenMembers, 2, 1_000);
        problems.CheckRange(nameof(FewestPerEvenMember), FewestPerEvenMember, 2, 1_000);
        problems.CheckRange(nameof(UnevenFrom), UnevenFrom, 0.01, 10);
        problems.CheckRange(nameof(EvenBelow), EvenBelow, -10, 10);
        problems.CheckRange(nameof(EvenWeight), EvenWeight, 0, 5);
        problems.CheckRange(nameof(ApartFactor), ApartFactor, 1.5, 1_000);
        problems.CheckRange(nameof(ScheduledFrom), ScheduledFrom, 0.5, 1);
        if (EvenBelow >= UnevenFrom)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(EvenBelow)} ({EvenBelow}) must be below {nameof(UnevenFrom)} ({UnevenFrom}), or no portions are between equal and unequal."));
        }
    }
}
