// SPDX-License-Identifier: MIT

using DistillGuard.Apis;
using DistillGuard.Groups;
using DistillGuard.Verdicts;

namespace DistillGuard;

/// <summary>Options of the engine: how much it may remember, and how it weighs.</summary>
public sealed class GuardOptions : IGuardOptions
{
    /// <summary>Accounts remembered at most. 64 to 50,000,000; default 100,000. Beyond it, those not seen for long are forgotten.</summary>
    public int MaxAccounts { get; set; } = 100_000;

    /// <summary>Organizations remembered at most. 64 to 50,000,000; default 100,000.</summary>
    public int MaxOrganizations { get; set; } = 100_000;

    /// <summary>Payment tokens, fingerprints and network prefixes remembered at most. 64 to 50,000,000; default 300,000.</summary>
    public int MaxLinks { get; set; } = 300_000;

    /// <summary>Cohorts remembered at most. 64 to 65,536; default 1,024.</summary>
    public int MaxCohorts { get; set; } = 1_024;

    /// <summary>
    /// Reasoning signatures remembered at most, if a detector remembers any. 64 to 50,000,000; default 262,144. Beyond it, those not
    /// seen for long are forgotten.
    /// </summary>
    public int MaxSignatures { get; set; } = 262_144;

    /// <summary>How large a body may be. Default: 1 MiB, 64 levels, 4,096 pieces of text.</summary>
    public RequestReaderLimits Reading { get; set; } = RequestReaderLimits.Default;

    /// <summary>How signals are weighed.</summary>
    public FusionOptions Fusion { get; } = new();

    /// <summary>How groups are formed and tested, and how much is remembered for it.</summary>
    public GroupOptions Groups { get; } = new();

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(MaxAccounts), MaxAccounts, 64, 50_000_000);
        problems.CheckRange(nameof(MaxOrganizations), MaxOrganizations, 64, 50_000_000);
        problems.CheckRange(nameof(MaxLinks), MaxLinks, 64, 50_000_000);
        problems.CheckRange(nameof(MaxCohorts), MaxCohorts, 64, 65_536);
        problems.CheckRange(nameof(MaxSignatures), MaxSignatures, 64, 50_000_000);
        Fusion.Validate(problems);
    }
}
