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

    /// <summary>All three; the largest counts.</summary>
    All = Style | Length | NGrams,
}
