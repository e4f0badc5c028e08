// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>A node of a rule's condition as written.</summary>
internal abstract record ConditionDocument;
