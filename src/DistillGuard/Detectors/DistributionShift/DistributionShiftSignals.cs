// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.DistributionShift;

/// <summary>What <c>distribution-shift</c> can say.</summary>
internal static class DistributionShiftSignals
{
    public static readonly SignalInfo FromPeers = new()
    {
        Id = "distribution.shift-from-peers",
        Title = "Tied accounts changed what they ask in one direction, and their peers did not",
        Family = SignalFamily.Distribution,
        Reason = "as many accounts chosen at random among their peers differ as much with probability {0:G2}; below {1:G2} is unusual",
        Innocent = "an agency or a firm that put all its accounts on a new job, or moved them to a new client.",
        References = ["OWASP AISVS 11.5.3"],
    };

    public static readonly SignalInfo FromPast = new()
    {
        Id = "distribution.shift-from-past",
        Title = "Tied accounts left their own habits in one direction",
        Family = SignalFamily.Distribution,
        Reason = "if each had gone its own way, they would agree as much with probability {0:G2}; below {1:G2} is unusual; too few peers to compare with",
        Innocent = "a change that all users of a product make, such as a new release, a new season, or a new job of one agency.",
        References = ["OWASP AISVS 11.5.3"],
    };
}
