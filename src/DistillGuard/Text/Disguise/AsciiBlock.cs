// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text.Disguise;

/// <summary>What bytes of ASCII are, one bit a byte.</summary>
internal static class AsciiBlock
{
    /// <summary>Which of 32 bytes are letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // RuleMatchBenchmarks, English
    public static uint Letters(Vector256<byte> block)
    {
        Vector256<sbyte> lower = (block | Vector256.Create((byte)0x20)).AsSByte();
        return (Vector256.GreaterThan(lower, Vector256.Create((sbyte)('a' - 1)))
            & Vector256.LessThan(lower, Vector256.Create((sbyte)('z' + 1)))).ExtractMostSignificantBits();
    }

    /// <summary>Which of 32 bytes are white space or control characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the same
    public static uint Spaces(Vector256<byte> block) =>
        Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)'!')).ExtractMostSignificantBits();

    /// <summary>Whether one of the four aligned groups of sixteen bits is full: a run of 32 always fills one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the same
    public static bool HasFullLane(ulong bits) => ((~bits - 0x0001_0001_0001_0001) & bits & 0x8000_8000_8000_8000) != 0;
}
