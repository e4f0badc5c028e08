// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.LinkedAccounts;

/// <summary>Options of <c>linked-accounts</c>. All weights are natural log-odds.</summary>
public sealed class LinkedAccountsOptions : IGuardOptions
{
    /// <summary>What it weighs when payment ties all members; a part of them weighs in proportion. 0 to 5; default 2.5.</summary>
    public double PaymentWeight { get; set; } = 2.5;

    /// <summary>The same for the client's fingerprint: anybody may run the same client. 0 to 5; default 0.8.</summary>
    public double FingerprintWeight { get; set; } = 0.8;

    /// <summary>The same for the network prefix: a campus or a relay is shared as well. 0 to 5; default 0.8.</summary>
    public double EgressWeight { get; set; } = 0.8;

    /// <summary>Share of members that a link may tie in a benign group; printed beside the measure. 0 to 1; default 0.4.</summary>
    public double UsualShare { get; set; } = 0.4;

    /// <summary>Days, counted in UTC, within which sign-ups are one burst. 1 to 30; default 3.</summary>
    public int BurstDays { get; set; } = 3;

    /// <summary>Most that a sign-up burst may weigh. 0 to 5; default 2.5.</summary>
    public double MostBurstWeight { get; set; } = 2.5;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(PaymentWeight), PaymentWeight, 0, 5);
        problems.CheckRange(nameof(FingerprintWeight), FingerprintWeight, 0, 5);
        problems.CheckRange(nameof(EgressWeight), EgressWeight, 0, 5);
        problems.CheckRange(nameof(UsualShare), UsualShare, 0, 1);
        problems.CheckRange(nameof(BurstDays), BurstDays, 1, 30);
        problems.CheckRange(nameof(MostBurstWeight), MostBurstWeight, 0, 5);
    }
}
