// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

/// <summary>What may come next in JSON.</summary>
internal enum JsonExpectation : byte
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>A value, or the end of an array just opened.</summary>
    ValueOrEnd,

    /// <summary>A member's name, or the end of an object just opened.</summary>
    NameOrEnd,

    /// <summary>A comma with what it announces, or the end of the container.</summary>
    CommaOrEnd,

    /// <summary>Nothing: the outermost value is complete.</summary>
    Nothing,
}
