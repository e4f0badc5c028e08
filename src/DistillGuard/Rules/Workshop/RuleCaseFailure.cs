// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Workshop;

/// <summary>A case that did not come out as its author wrote it down.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reason">Why, in one sentence: which ingredient was missing, or which rules matched.</param>
public sealed record RuleCaseFailure(RuleCase Case, string Reason);
