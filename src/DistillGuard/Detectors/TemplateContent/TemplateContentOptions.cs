// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.TemplateContent;

/// <summary>Options of <c>template-content</c>.</summary>
public sealed class TemplateContentOptions : IGuardOptions
{
    /// <summary>
    /// Most that the template's words may weigh, in natural log-odds. 0 to 6; default 2: lawful teams use published pipeline templates, so words
    /// accuse only beside something else.
    /// </summary>
    public double MostWeight { get; set; } = 2;

    /// <summary>
    /// Mean weight of the rules that members' exchanges match, from which anything is said, in natural log-odds. 0 to 6; default 0.1: a rule
    /// that fires now and then is no template.
    /// </summary>
    public double LeastMean { get; set; } = 0.1;

    /// <summary>Mean weight that ordinary groups stay below; printed beside the measure, in natural log-odds. 0 to 6; default 0.5.</summary>
    public double UsualMean { get; set; } = 0.5;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(MostWeight), MostWeight, 0, 6);
        problems.CheckRange(nameof(LeastMean), LeastMean, 0, 6);
        problems.CheckRange(nameof(UsualMean), UsualMean, 0, 6);
    }
}
