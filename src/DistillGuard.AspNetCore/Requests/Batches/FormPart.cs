// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>Where in a form a <see cref="FormFileReader"/> is.</summary>
internal enum FormPart
{
    /// <summary>Before the first part.</summary>
    Preamble,

    /// <summary>In the headers of a part.</summary>
    Headers,

    /// <summary>In the file.</summary>
    File,

    /// <summary>In the purpose.</summary>
    Purpose,

    /// <summary>In a part that is not read.</summary>
    Other,

    /// <summary>Nothing more is read.</summary>
    Over,
}
