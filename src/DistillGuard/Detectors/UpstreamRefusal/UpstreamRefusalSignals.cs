// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>What <c>upstream-refusal</c> can say.</summary>
internal static class UpstreamRefusalSignals
{
    public static readonly SignalInfo Refused = new()
    {
        Id = "protocol.extraction-refused",
        Title = "Has many different prompts refused by the provider as attempts to extract the model",
        Family = SignalFamily.Protocol,
        Reason = "about {0:F0} different prompts were refused of late in a category that means extraction; "
            + "accounts on the same plan and declared use seldom have more than {1:F0}",
        Innocent = "a red team, safety researchers, a prompt-leak benchmark, or somebody who asks for the reasoning again and again in other words.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
    };
}
