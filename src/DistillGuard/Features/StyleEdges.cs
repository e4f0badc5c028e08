// SPDX-License-Identifier: MIT

namespace DistillGuard.Features;

/// <summary>How a message begins and ends.</summary>
[Flags]
public enum StyleEdges : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>It begins with a lower-case ASCII letter.</summary>
    BeginsLow = 1,

    /// <summary>It ends with a full stop, in any script.</summary>
    EndsWithStop = 2,

    /// <summary>It ends with a question mark, in any script.</summary>
    EndsWithQuestion = 4,

    /// <summary>It ends with white space.</summary>
    EndsWithSpace = 8,

    /// <summary>It holds a fenced block of code.</summary>
    HasFence = 16,
}
