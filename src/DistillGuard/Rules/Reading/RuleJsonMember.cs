// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Reading;

/// <summary>A member of an object, with the place of its name.</summary>
internal readonly record struct RuleJsonMember(string Name, Place Place, RuleJsonNode Value);
