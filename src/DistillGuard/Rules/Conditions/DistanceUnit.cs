// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>How the distance between two phrases is measured, in folded text.</summary>
internal enum DistanceUnit : byte
{
    /// <summary><c>words</c>: words between them; a Chinese character or kana is one.</summary>
    Words,

    /// <summary><c>bytes</c>: UTF-8 bytes between them.</summary>
    Bytes,

    /// <summary><c>sentence</c>: no sentence ends between them.</summary>
    Sentence,
}
