// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.PromptPattern;

/// <summary>Options of <c>prompt-pattern</c>.</summary>
public sealed class PromptPatternOptions : IGuardOptions
{
    /// <summary>How fast an account's requests and matches are forgotten. One hour to 90 days; default two days.</summary>
    public TimeSpan HalfLife { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Recent matches of a tactic from which a rule weighs in full. 1 to 1,000; default 5. Fewer weigh in proportion.</summary>
    public double ConfirmedAfter { get; set; } = 5;

    /// <summary>
    /// Share of the account's recent requests that match a tactic, from which a rule weighs in full. 0.001 to 1; default 0.2.
    /// Smaller shares weigh in proportion.
    /// </summary>
    public double FullShare { get; set; } = 0.2;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(HalfLife), HalfLife, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        problems.CheckRange(nameof(ConfirmedAfter), ConfirmedAfter, 1, 1_000);
        problems.CheckRange(nameof(FullShare), FullShare, 0.001, 1);
    }
}
