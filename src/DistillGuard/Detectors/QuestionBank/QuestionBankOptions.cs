// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Detectors.QuestionBank;

/// <summary>Options of <c>question-bank</c>. All weights are natural log-odds.</summary>
public sealed class QuestionBankOptions : IGuardOptions
{
    /// <summary>
    /// What each unrelated organization after the first weighs that asks about the same things as the others. 0 to 5; default 1.
    /// </summary>
    public double OrganizationWeight { get; set; } = 1;

    /// <summary>Most that asking about the same things may weigh. 0 to 6; default 4.</summary>
    public double MostBankWeight { get; set; } = 4;

    /// <summary>
    /// Likeness that accounts of unrelated customers stay below: the cosine of what an account asks about and what the others do. Printed beside the
    /// measure; -1 to 1; default 0.3, from which on accounts are pooled.
    /// </summary>
    public double UsualAlikeness { get; set; } = 0.3;

    /// <summary>Share of exchanges in a sitting, within 15 minutes of the one before, that is low among people. 0 to 1; default 0.5.</summary>
    public double LowInSitting { get; set; } = 0.5;

    /// <summary>The same share at which the lack of sittings weighs in full. 0 to 1, below <see cref="LowInSitting"/>; default 0.3.</summary>
    public double FullInSitting { get; set; } = 0.3;

    /// <summary>What the lack of sittings weighs. 0 to 3; default 2.</summary>
    public double NoSittingsWeight { get; set; } = 2;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(OrganizationWeight), OrganizationWeight, 0, 5);
        problems.CheckRange(nameof(MostBankWeight), MostBankWeight, 0, 6);
        problems.CheckRange(nameof(UsualAlikeness), UsualAlikeness, -1, 1);
        problems.CheckRange(nameof(LowInSitting), LowInSitting, 0, 1);
        problems.CheckRange(nameof(FullInSitting), FullInSitting, 0, 1);
        problems.CheckRange(nameof(NoSittingsWeight), NoSittingsWeight, 0, 3);
        if (FullInSitting >= LowInSitting)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(FullInSitting)} ({FullInSitting}) must be below {nameof(LowInSitting)} ({LowInSitting}), or no share lies between few sittings and many."));
        }
    }
}
