// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;

namespace DistillGuard.Rules.Conditions;

/// <summary>A pattern that must match near a phrase.</summary>
internal sealed record RegexDocument : ConditionDocument
{
    /// <summary>The pattern, made with linear-time matching.</summary>
    public required Regex Pattern { get; init; }

    /// <summary>The phrase without which the pattern is not tried, folded.</summary>
    public required byte[] Requires { get; init; }

    /// <summary>Whose text is searched.</summary>
    public required RoleScope Scope { get; init; }
}
