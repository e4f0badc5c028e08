// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Which statistics a window is judged by.</summary>
[Flags]
internal enum WindowParts : byte
{
    None = 0,

    /// <summary>S: how the texts are written.</summary>
    Style = 1,

    /// <summary>L: how long they are.</summary>
    Length = 2,

    /// <summary>C: which short sequences of characters they are made of.</summary>
    NGrams = 4,

    /// <summary>B: which words follow each other.</summary>
    Words = 8,

    /// <summary>V: which words they use.</summary>
    Vocabulary = 16,

    /// <summary>R: how rare their words are.</summary>
    Rarity = 32,

    /// <summary>All six.</summary>
    All = Style | Length | NGrams | Words | Vocabulary | Rarity,
}
