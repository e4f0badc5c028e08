// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>What <c>relay-fan-in</c> remembers of an account: 232 bytes, of which no id can be read back. Zero bytes are a new account.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RelayFanInState
{
    public DistinctCount EndUsers;
    public DistinctCount Clients;
    public DistinctCount Networks;
    public ConversationOverlap Conversations;
    public long DayStart;

    /// <summary>Requests that named an end user while <see cref="EndUsers"/> was counted.</summary>
    public int EndUserRequests;

    /// <summary>The most conversations that overlapped in a window.</summary>
    public float MostConversations;

    /// <summary>Scripts of prompts of this day, one bit each.</summary>
    public byte Scripts;
    public bool IsOddDay;

    /// <summary>Begins a new account-day when the last one is over: of the day before half is kept, of what came earlier nothing.</summary>
    public void Advance(long ticks)
    {
        long elapsed = Math.Abs(ticks - DayStart); // a clock that was put right begins anew, too
        if (DayStart != 0 && elapsed < TimeSpan.TicksPerDay)
        {
            return;
        }

        if (elapsed >= 2 * TimeSpan.TicksPerDay)
        {
            this = default;
        }

        EndUsers.Fade(IsOddDay);
        Clients.Fade(IsOddDay);
        Networks.Fade(IsOddDay);
        EndUserRequests /= 2;
        MostConversations /= 2;
        Scripts = 0;
        IsOddDay = !IsOddDay;
        DayStart = ticks;
    }
}
