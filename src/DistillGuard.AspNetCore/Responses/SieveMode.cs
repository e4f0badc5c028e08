// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>What a <see cref="JsonSieve"/> expects next, or is in the middle of.</summary>
internal enum SieveMode
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>A value, or the end of an array just opened.</summary>
    ValueOrEnd,

    /// <summary>A member's name.</summary>
    Name,

    /// <summary>A member's name, or the end of an object just opened.</summary>
    NameOrEnd,

    /// <summary>The colon behind a name.</summary>
    Colon,

    /// <summary>A comma, or the end of what is open.</summary>
    CommaOrEnd,

    /// <summary>The rest of a name.</summary>
    InName,

    /// <summary>The rest of a text.</summary>
    InString,

    /// <summary>The rest of a number, true, false or null.</summary>
    InLiteral,

    /// <summary>Nothing: the value is whole.</summary>
    Done,

    /// <summary>Nothing: this is not JSON.</summary>
    Broken,
}
