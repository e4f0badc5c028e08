// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Reading;

/// <summary>What kind of JSON value a node is.</summary>
internal enum RuleJsonKind : byte
{
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
}
