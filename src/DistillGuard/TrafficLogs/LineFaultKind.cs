// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>What can be wrong with a line.</summary>
internal enum LineFaultKind : byte
{
    None,
    TooLong,
    NotUtf8,
    NotJson,
    CutShort,
    NotAnObject,
    GivenTwice,
    Missing,
    Empty,
    WrongKind,
    WrongElement,
    UnknownType,
    UnknownAction,
    NotATime,
    NotUtc,

    /// <summary>The first of those that cost only their member, not the line.</summary>
    NotADate,
    NotAnAddress,
    NotACountry,
    NotACount,
    NotADuration,
}
