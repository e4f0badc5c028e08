// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>The kind of a JSON value, as people name it.</summary>
internal enum LogValueKind : byte
{
    Null,
    Text,
    Number,
    TrueOrFalse,
    Object,
    Array,
}
