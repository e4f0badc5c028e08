// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests;

/// <summary>What became of borrowing a body.</summary>
internal enum BodyState
{
    /// <summary>All of it is held.</summary>
    Whole,

    /// <summary>It is longer than the bound; its beginning may be held.</summary>
    TooLarge,

    /// <summary>Reading it ended in an error, which whoever reads it next will meet.</summary>
    Broken,
}
