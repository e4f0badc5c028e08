// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DistillGuard.Subjects;

/// <summary>Asks for memory before it is needed, so that it is there by then. It changes nothing but time; on other processors it does nothing.</summary>
internal static class CacheLines
{
    /// <summary>Bytes of a line.</summary>
    public const int Bytes = 64;

    /// <summary>Asks for the lines of a place, and does not wait for them.</summary>
    /// <param name="first">Its first byte. It may move meanwhile; then it was asked for in vain.</param>
    /// <param name="length">Its bytes.</param>
    public static unsafe void Prefetch(ref readonly byte first, int length)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        byte* at = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in first));
        for (int i = 0; i < length; i += Bytes)
        {
            Sse.Prefetch0(at + i);
        }

        Sse.Prefetch0(at + length - 1);
    }
}
