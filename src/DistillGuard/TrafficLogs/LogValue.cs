// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.TrafficLogs;

/// <summary>Where the value of a member stands in its line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First byte; of text, the first behind the quotation mark.</param>
/// <param name="Length">Length in bytes, quotation marks not counted.</param>
/// <param name="IsEscaped">Whether the text has escapes to resolve.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogValue(LogValueKind Kind, int Start, int Length, bool IsEscaped)
{
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> line) => line.Slice(Start, Length);
}
