// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>What the findings file and the command line call levels and families.</summary>
internal static class Names
{
    public static string Of(VerdictLevel level) => level switch
    {
        VerdictLevel.High => "high",
        VerdictLevel.Elevated => "elevated",
        _ => "none",
    };

    public static string Of(SignalFamily family) => family switch
    {
        SignalFamily.Volume => "volume",
        SignalFamily.Content => "content",
        SignalFamily.Origin => "origin",
        SignalFamily.Protocol => "protocol",
        SignalFamily.Structure => "structure",
        SignalFamily.Identity => "identity",
        SignalFamily.Timing => "timing",
        _ => "distribution",
    };

    public static IEnumerable<string> Of(SignalFamilies families) =>
        from family in Enum.GetValues<SignalFamily>()
        where (families & (SignalFamilies)(1 << (int)family)) != SignalFamilies.None
        select Of(family);
}
