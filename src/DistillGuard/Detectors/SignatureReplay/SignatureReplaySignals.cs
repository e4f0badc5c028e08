// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>What <c>signature-replay</c> can say.</summary>
internal static class SignatureReplaySignals
{
    public static readonly SignalInfo Replayed = new()
    {
        Id = "protocol.reasoning-replayed",
        Title = "Keeps sending reasoning that was issued to other organizations",
        Family = SignalFamily.Protocol,
        Reason = "requests that each brought another piece of reasoning issued to an organization that is not the account's: " +
            "at least {0:F0}; {1:F0} are enough",
        Innocent = "somebody who moved several conversations between two accounts, one company that is given as several organizations, " +
            "or work on published transcripts with their signatures. The organization they were issued to may be the victim of a leak.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
        IsConclusive = true,
    };

    public static readonly SignalInfo Single = new()
    {
        Id = "protocol.reasoning-moved",
        Title = "Sent reasoning that was issued to another organization",
        Family = SignalFamily.Protocol,
        Reason = "requests that brought reasoning issued to an organization that is not the account's: {0:F0}; " +
            "from {1:F0} on it is no accident",
        Innocent = "somebody who continued a conversation on another account, for example after a limit was reached.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
    };

    public static readonly SignalInfo Shared = new()
    {
        Id = "protocol.reasoning-shared",
        Title = "Sends reasoning that another organization sent first",
        Family = SignalFamily.Protocol,
        Reason = "requests that brought reasoning another organization sent first: at least {0:F0}, {1:F0} weigh in full; " +
            "nobody saw it issued, so whose it is remains a guess",
        Innocent = "examples from documentation, recorded test data, or a signature that a client library ships; " +
            "or the account is the one they were issued to, and somebody else sent them first.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
    };
}
