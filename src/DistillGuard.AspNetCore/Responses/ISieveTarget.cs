// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Says which values of a JSON text it wants, and is given them.</summary>
internal interface ISieveTarget
{
    /// <summary>Whether a text or number at a path is wanted; asked when it begins.</summary>
    bool Wants(ulong path);

    /// <summary>Takes a wanted value.</summary>
    /// <param name="path">Where it stands: an <see cref="AnswerPath"/>.</param>
    /// <param name="kind">String or Number; null, true and false are not given.</param>
    /// <param name="value">The text with its escapes resolved, or the number as written; borrowed for the call.</param>
    void Take(ulong path, JsonTokenType kind, ReadOnlySpan<byte> value);

    /// <summary>A wanted value was longer than there is room for.</summary>
    void TakeTooLong(ulong path);
}
