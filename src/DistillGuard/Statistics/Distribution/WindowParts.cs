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

    /// <summary>All four; the largest counts.</summary>
    All = Style | Length | NGrams | Words,
}
