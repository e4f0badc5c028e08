// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Testing;

/// <summary>One exchange with its sender and its time: what a recording is made of.</summary>
/// <param name="Time">When the request arrives.</param>
/// <param name="Identity">Who sends it.</param>
/// <param name="Exchange">What is sent and what comes back.</param>
/// <param name="IsObserved">Whether the guard is told the outcome.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentExchange(DateTimeOffset Time, Identity Identity, Exchange Exchange, bool IsObserved)
{
    /// <summary>The same exchange later; the calendar's end is not passed.</summary>
    public SentExchange Later(TimeSpan shift) => this with { Time = CalendarTime.Add(Time, shift) };
}
