// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.TrafficLogs;

/// <summary>Something wrong with a line, without words: they are made only for the few that are kept.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">Byte in the line, counted from 0.</param>
/// <param name="Member">The member concerned.</param>
/// <param name="Found">The kind of value found instead, where that is what is wrong.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineFault(
    LineFaultKind Kind, int Position, LogMember Member = LogMember.Unknown, LogValueKind Found = LogValueKind.Null)
{
    public bool CostsTheLine => Kind < LineFaultKind.NotADate;
}
