// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Detectors.SamplingShape;

/// <summary>Options of <c>sampling-shape</c>.</summary>
public sealed class SamplingShapeOptions : IGuardOptions
{
    /// <summary>Share of a member's exchanges, averaged over members, from which it weighs anything. 0 to 1; default 0.5.</summary>
    public double UsualShare { get; set; } = 0.5;

    /// <summary>The same share from which it weighs in full. 0 to 1, above <see cref="UsualShare"/>; default 0.8.</summary>
    public double FullShare { get; set; } = 0.8;

    /// <summary>What several answers to each prompt weigh, in natural log-odds. 0 to 3; default 1.5.</summary>
    public double ChoicesWeight { get; set; } = 1.5;

    /// <summary>What log-probabilities weigh, in natural log-odds. 0 to 3; default 1.5.</summary>
    public double LogProbabilitiesWeight { get; set; } = 1.5;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(UsualShare), UsualShare, 0, 1);
        problems.CheckRange(nameof(FullShare), FullShare, 0, 1);
        problems.CheckRange(nameof(ChoicesWeight), ChoicesWeight, 0, 3);
        problems.CheckRange(nameof(LogProbabilitiesWeight), LogProbabilitiesWeight, 0, 3);
        if (FullShare <= UsualShare)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(FullShare)} ({FullShare}) must be above {nameof(UsualShare)} ({UsualShare}), or nothing lies between usual and much."));
        }
    }
}
