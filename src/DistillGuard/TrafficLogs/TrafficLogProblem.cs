// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Something wrong in one line of a log: where, what and what to do. It holds no value of the log, only its kind.
/// </summary>
/// <param name="Log">Name of the log.</param>
/// <param name="Line">Number of the line, counted from 1, blank lines included.</param>
/// <param name="Column">Byte in the line, counted from 1; a byte order mark is not counted.</param>
/// <param name="Member">The member concerned, for example <c>client.ip</c>; <see langword="null"/> when it is the line
/// as a whole.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="IsSkipped">Whether the line was skipped; otherwise it was delivered without the member.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrafficLogProblem(
    string Log, long Line, int Column, string? Member, string Reason, string Remedy, bool IsSkipped)
{
    /// <summary>One line for people: log, line, column, member, reason, remedy.</summary>
    public override string ToString() => Member is null
        ? $"{Log}:{Line}:{Column}: {Reason}; {Remedy}."
        : $"{Log}:{Line}:{Column}: {Member}: {Reason}; {Remedy}.";
}
