// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistillGuard.Text;

/// <summary>Stores some of 32 bytes close together.</summary>
internal static class KeptBytes
{
    /// <summary>Stores the bytes whose bit is set, in order, and tells how many they are.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="kept">Which of them, the first lowest.</param>
    /// <param name="to">Where to; 32 bytes may be written over, however few are kept.</param>
    public static int Store(Vector256<byte> block, uint kept, ref byte to)
    {
        int written = 0;
        if (Bmi2.X64.IsSupported)
        {
            for (int i = 0; i < Vector256<ulong>.Count; i++)
            {
                ulong bytes = Bmi2.X64.ParallelBitDeposit(kept & 0xFF, 0x0101010101010101) * 0xFF;
                ulong packed = Bmi2.X64.ParallelBitExtract(block.AsUInt64().GetElement(i), bytes);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, written), packed);
                written += BitOperations.PopCount(kept & 0xFF);
                kept >>= 8;
            }

            return written;
        }

        for (int i = 0; i < Vector256<byte>.Count; i++)
        {
            Unsafe.Add(ref to, written) = block.GetElement(i);
            written += (int)((kept >> i) & 1);
        }

        return written;
    }
}
