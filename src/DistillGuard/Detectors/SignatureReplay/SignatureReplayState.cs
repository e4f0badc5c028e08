// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>What <c>signature-replay</c> remembers of an account: 96 bytes. Zero bytes are an account that sent nothing foreign.</summary>
/// <remarks>
/// Counted are requests that bring a foreign signature the account had not brought before, not signatures: somebody who once continues a
/// conversation on another account brings all its signatures in one request, and the same ones in every request after it.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct SignatureReplayState
{
    /// <summary>
    /// The foreign signatures brought so far. Of many it is a sample, so that some that are new do not count, and none counts twice: both
    /// in the account's favour.
    /// </summary>
    public KMinimumValues Brought;

    /// <summary>What <see cref="Brought"/> was before the latest request that counted, in case that one is turned away.</summary>
    public KMinimumValues BroughtBefore;

    public long Ticks;

    /// <summary>The latest request that counted and was not answered yet; 0 for none.</summary>
    public long LatestExchange;

    /// <summary>Requests that brought a signature issued to another organization.</summary>
    public int Issued;

    /// <summary>Requests that brought a signature another organization sent first, and none issued to another.</summary>
    public int Shared;
    public bool LatestIsIssued;

    /// <summary>Counts a request that brings what was not brought before.</summary>
    public void Count(bool isIssued, in KMinimumValues before, long exchange, long ticks)
    {
        Issued += isIssued ? 1 : 0;
        Shared += isIssued ? 0 : 1;
        LatestIsIssued = isIssued;
        LatestExchange = exchange;
        BroughtBefore = before;
        Ticks = Math.Max(Ticks, ticks);
    }

    /// <summary>Learns how a request was answered: one that was turned away is taken back, if it is the latest that counted.</summary>
    public void Settle(long exchange, bool isTurnedAway)
    {
        if (exchange == 0 || exchange != LatestExchange)
        {
            return; // a failed request that is sent along must not take another's count back
        }

        LatestExchange = 0;
        if (isTurnedAway)
        {
            Issued -= LatestIsIssued ? 1 : 0;
            Shared -= LatestIsIssued ? 0 : 1;
            Brought = BroughtBefore;
        }
    }

    /// <summary>Starts anew when nothing was counted for long, or when time stands far behind what is remembered.</summary>
    public void ForgetAfter(long retention, long ticks)
    {
        if (Math.Abs(ticks - Ticks) > retention)
        {
            this = default;
        }
    }
}
