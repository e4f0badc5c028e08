// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.CoordinatedTiming;

/// <summary>What <c>coordinated-timing</c> can say.</summary>
internal static class CoordinatedTimingSignals
{
    public static readonly SignalInfo Turns = new()
    {
        Id = "timing.takes-turns",
        Title = "The accounts take turns",
        Family = SignalFamily.Timing,
        Reason = "an account follows itself in {0:P1} of the group's exchanges; among independent customers it would in {1:P1} or more",
        Innocent = "one customer spreading load over accounts of its own, accounts behind one gateway, or jobs of one product that start at the " +
            "same minute for every customer.",
        References = ["OWASP AISVS 11.5.3", "MITRE ATLAS AML.T0024.002"],
    };

    public static readonly SignalInfo Even = new()
    {
        Id = "timing.even-portions",
        Title = "The accounts send equal portions",
        Family = SignalFamily.Timing,
        Reason = "beyond chance, the accounts' counts vary by {0:F2} (squared coefficient of variation); those of independent customers by more than {1:F2}",
        Innocent = "scheduled jobs of one product at many customers, or exercises of one length in a course.",
        References = ["OWASP AISVS 11.5.3", "MITRE ATLAS AML.T0024.002"],
    };
}
