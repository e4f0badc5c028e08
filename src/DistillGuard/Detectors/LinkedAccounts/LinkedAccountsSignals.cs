// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.LinkedAccounts;

/// <summary>What <c>linked-accounts</c> can say.</summary>
internal static class LinkedAccountsSignals
{
    public static readonly SignalInfo Linked = new()
    {
        Id = "identity.linked",
        Title = "Members of different organizations share payment, client or network with each other and hardly anyone else",
        Family = SignalFamily.Identity,
        Reason = "the strongest tie, {2}, holds {0:P0} of the members together; in benign groups a tie holds up to {1:P0}",
        Innocent = "an agency or family paying for several customers, a firm with several contracts, or one office.",
        References = ["AA26-251A", "OWASP AISVS 11.5.3"],
    };

    public static readonly SignalInfo Burst = new()
    {
        Id = "identity.sign-up-burst",
        Title = "The accounts signed up within days of each other",
        Family = SignalFamily.Identity,
        Reason = "{0:P0} of the members whose sign-up is known signed up within {2} days; {1:P1} of all other accounts did",
        Innocent = "a course, a conference, a hackathon or a launch that brought many customers at once.",
        References = ["AA26-251A", "OWASP AISVS 11.5.3"],
    };

    public static readonly SignalTag Payment = SignalTag.From("payment");
    public static readonly SignalTag Fingerprint = SignalTag.From("client");
    public static readonly SignalTag Egress = SignalTag.From("network");
}
