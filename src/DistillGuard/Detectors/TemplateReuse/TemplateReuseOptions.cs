// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.TemplateReuse;

/// <summary>Options of <c>template-reuse</c>.</summary>
public sealed class TemplateReuseOptions : IGuardOptions
{
    /// <summary>Unrelated organizations that may come to share a rare template by chance. 1 to 1,000; default 1.5.</summary>
    public double ChanceOrganizations { get; set; } = 1.5;

    /// <summary>
    /// What each e-fold of organizations above <see cref="ChanceOrganizations"/> weighs, in natural log-odds. 0 to 5; default 1.1, so that 57
    /// organizations reach the family's cap.
    /// </summary>
    public double ReachWeight { get; set; } = 1.1;

    /// <summary>What each e-fold of shared sentences weighs, in natural log-odds. 0 to 5; default 0.5: a whole template says more than one line.</summary>
    public double BreadthWeight { get; set; } = 0.5;

    /// <summary>Sentences from which on more say nothing new. 1 to 10,000; default 20.</summary>
    public int MostPieces { get; set; } = 20;

    /// <summary>
    /// Share of its exchanges that the median member must spend on the template for it to weigh in full; below, it weighs in proportion. 0.001 to 1;
    /// default 0.1.
    /// </summary>
    public double FullShare { get; set; } = 0.1;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(ChanceOrganizations), ChanceOrganizations, 1, 1_000);
        problems.CheckRange(nameof(ReachWeight), ReachWeight, 0, 5);
        problems.CheckRange(nameof(BreadthWeight), BreadthWeight, 0, 5);
        problems.CheckRange(nameof(MostPieces), MostPieces, 1, 10_000);
        problems.CheckRange(nameof(FullShare), FullShare, 0.001, 1);
    }
}
