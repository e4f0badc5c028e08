// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>A four-byte lock for sections of less than a microsecond. Zero bytes are an open gate; it is not re-entrant.</summary>
/// <remarks>
/// A <see cref="Lock"/> costs an object per profile; <see cref="SpinLock"/> is no smaller and slower by default. Millions of profiles
/// make the four bytes worth writing.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct SpinGate
{
    private int _held;

    public void Enter()
    {
        if (Interlocked.CompareExchange(ref _held, 1, 0) != 0)
        {
            Wait();
        }
    }

    public void Exit() => Volatile.Write(ref _held, 0);

    private void Wait()
    {
        var spin = default(SpinWait);
        do
        {
            spin.SpinOnce(sleep1Threshold: -1); // the holder needs a microsecond, perhaps on this very processor: a sleep of a millisecond would be a thousand turns
        }
        while (Volatile.Read(ref _held) != 0 || Interlocked.CompareExchange(ref _held, 1, 0) != 0);
    }
}
