// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.TemplateReuse;

/// <summary>What <c>template-reuse</c> can say.</summary>
internal static class TemplateReuseSignals
{
    public static readonly SignalInfo Template = new()
    {
        Id = "template.rare-shared",
        Title = "Unrelated accounts send one template that ordinary traffic does not share",
        Family = SignalFamily.Structure,
        Reason = "{0:F0} unrelated organizations fill the same rare template with different data; {1:F0} may come to that by chance",
        Innocent = "users of one framework, course or tool that is too new to be known as common, or customers of one software house.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3", "AA26-251A"],
    };

    public static readonly SignalInfo Parameters = new()
    {
        Id = "template.rare-parameters",
        Title = "Unrelated accounts ask about the same things with the same rare sampling parameters",
        Family = SignalFamily.Structure,
        Reason = "{0:F0} unrelated organizations ask for log-probabilities or several answers with the same settings; {1:F0} may come to that by chance",
        Innocent = "users of one evaluation harness or classifier that sets these parameters for them.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
    };
}
