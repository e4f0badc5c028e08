// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>Options of <c>upstream-refusal</c>.</summary>
public sealed class UpstreamRefusalOptions : IGuardOptions
{
    private const double LargestWeight = 2;
    private const int MostCategories = 16;

    /// <summary>
    /// The provider's refusal categories that count, whatever their case; all of them together are one count. 1 to 16 of at most 64 characters; default
    /// <c>reasoning_extraction</c>.
    /// </summary>
    public IList<string> Categories { get; } = ["reasoning_extraction"];

    /// <summary>How fast an account's requests and refused prompts are forgotten. One hour to 90 days; default two days.</summary>
    public TimeSpan HalfLife { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How fast the cohort's account-days are forgotten. One hour to 365 days; default seven days.</summary>
    public TimeSpan CohortHalfLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Account-days that a cohort must have shown before anything is said about its members. 20 to 1,000,000; default 200. Nothing rarer
    /// than one in this many can be told.
    /// </summary>
    public double MinimumCohort { get; set; } = 200;

    /// <summary>The share of account-days that may be as high without anything being said. 0.0001 to 0.1; default 0.01.</summary>
    public double UsualShare { get; set; } = 0.01;

    /// <summary>Different refused prompts from which the weight is full. 2 to 1,000; default 8. Fewer weigh in proportion.</summary>
    public double ConfirmedAfter { get; set; } = 8;

    /// <summary>
    /// Share of the account's recent requests that are such prompts, from which the weight is full. 0.001 to 1; default 0.05. Smaller shares
    /// weigh in proportion.
    /// </summary>
    public double FullShare { get; set; } = 0.05;

    /// <summary>The most it weighs, in natural log-odds. 0 to 2; default 1.5.</summary>
    public double Weight { get; set; } = 1.5;

    /// <summary>
    /// The most it weighs on an account that declared research or evaluation. 0 to 2, at most <see cref="Weight"/>; default 0.5, less than
    /// what counts as a family: to be refused is what such an account is for.
    /// </summary>
    public double DeclaredWeight { get; set; } = 0.5;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(HalfLife), HalfLife, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        problems.CheckRange(nameof(CohortHalfLife), CohortHalfLife, TimeSpan.FromHours(1), TimeSpan.FromDays(365));
        problems.CheckRange(nameof(MinimumCohort), MinimumCohort, 20, 1_000_000);
        problems.CheckRange(nameof(UsualShare), UsualShare, 0.0001, 0.1);
        problems.CheckRange(nameof(ConfirmedAfter), ConfirmedAfter, 2, 1_000);
        problems.CheckRange(nameof(FullShare), FullShare, 0.001, 1);
        problems.CheckRange(nameof(Weight), Weight, 0, LargestWeight);
        problems.CheckRange(nameof(DeclaredWeight), DeclaredWeight, 0, LargestWeight);
        if (DeclaredWeight > Weight)
        {
            problems.Add(
                $"{nameof(DeclaredWeight)} ({DeclaredWeight}) must not be above {nameof(Weight)} ({Weight}), or a declaration would speak against the account; lower it.");
        }

        CheckCategories(problems);
    }

    private void CheckCategories(OptionsProblems problems)
    {
        problems.CheckRange($"{nameof(Categories)}.{nameof(Categories.Count)}", Categories.Count, 1, MostCategories);
        for (int i = 0; i < Categories.Count; i++)
        {
            string? category = Categories[i];
            if (string.IsNullOrEmpty(category) || category.Length > RefusalCategories.LongestName || !System.Text.Ascii.IsValid(category))
            {
                problems.Add(
                    $"{nameof(Categories)}[{i}] is '{category}'; give the provider's word, 1 to {RefusalCategories.LongestName} ASCII characters.");
            }
        }
    }
}
