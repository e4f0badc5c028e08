// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.LinkedAccounts;

namespace DistillGuard;

/// <summary>Adds <c>linked-accounts</c>.</summary>
public static class LinkedAccountsExtensions
{
    /// <summary>
    /// Adds the analyzer of groups that weighs ties between members: payment, client, network, and signing up together.
    /// Adding it again changes the same options.
    /// </summary>
    public static DistillationGuardBuilder AddLinkedAccounts(
        this DistillationGuardBuilder builder,
        Action<LinkedAccountsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddAnalyzer<LinkedAccountsOptions>(LinkedAccountsAnalyzer.AnalyzerName, configure, Create);
    }

    private static LinkedAccountsAnalyzer Create(LinkedAccountsOptions options) => new(options);
}
