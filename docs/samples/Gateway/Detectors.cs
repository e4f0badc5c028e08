// SPDX-License-Identifier: MIT

using DistillGuard.Rules;

namespace DistillGuard.Samples.Gateway;

/// <summary>What the sample's guard looks for: everything that needs no data of the operator.</summary>
internal static class Detectors
{
    /// <summary>Adds all detectors and the built-in rules.</summary>
    public static DistillationGuardBuilder AddDetectors(this DistillationGuardBuilder guard) => guard
        .UseRules(BuiltInRuleSets.Sources())
        .AddRateAnomaly()
        .AddPromptPattern()
        .AddTemplateReuse()
        .AddTemplateContent()
        .AddLinkedAccounts()
        .AddCoordinatedTiming()
        .AddRegrowth()
        .AddQuestionBank()
        .AddReleasePivot()
        .AddSamplingShape()
        .AddDistributionShift()
        .AddCoverage()
        .AddSignatureReplay()
        .AddRelayFanIn()
        .AddUpstreamRefusal();
}
