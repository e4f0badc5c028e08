// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Where in a line an <see cref="EventStreamReader"/> is.</summary>
internal enum EventLine
{
    /// <summary>Before the first line, where a byte-order mark may stand.</summary>
    Mark,

    /// <summary>In the name of a field.</summary>
    Name,

    /// <summary>Behind the colon of data, where one space is dropped.</summary>
    Space,

    /// <summary>In data.</summary>
    Data,

    /// <summary>In a comment or a field that is not read.</summary>
    Ignored,
}
