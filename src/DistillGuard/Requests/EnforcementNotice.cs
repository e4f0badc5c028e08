// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>That the operator acted on an account. What comes after it on other accounts may be its replacement.</summary>
public readonly ref struct EnforcementNotice
{
    /// <summary>When the operator acted.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The account, as in <see cref="Caller.Account"/>.</summary>
    public required ReadOnlySpan<char> Account { get; init; }

    /// <summary>What was done.</summary>
    public required EnforcementAction Action { get; init; }
}
