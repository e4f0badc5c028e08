// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

/// <summary>SipHash-2-4 with a 128-bit result (Aumasson and Bernstein 2012): a keyed hash that an outsider can neither predict nor invert.</summary>
/// <remarks>
/// A keyed hash, because account ids are guessable and chosen by the other side: with an unkeyed one a stolen snapshot could be
/// searched by guessing, and a table could be flooded with colliding keys. About 1 ns a byte; ids are short.
/// </remarks>
internal readonly struct SipHash
{
    internal const int FinalRounds = 4;

    // The constants of SipHash, and those of its 128-bit form.
    internal const ulong First = 0x736f6d6570736575;
    internal const ulong Second = 0x646f72616e646f6d;
    internal const ulong Third = 0x6c7967656e657261;
    internal const ulong Fourth = 0x7465646279746573;
    internal const ulong Wide = 0xee;
    internal const ulong SecondHalf = 0xdd;

    private readonly ulong _key0;
    private readonly ulong _key1;

    public SipHash(ReadOnlySpan<byte> key)
    {
        _key0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
        _key1 = BinaryPrimitives.ReadUInt64LittleEndian(key[sizeof(ulong)..]);
    }

    /// <summary>Hashes four short texts at once.</summary>
    public void Hash(in SipHashLanes lanes, Span<SubjectKey> keys) => lanes.Hash(_key0, _key1, keys);

    public SubjectKey Hash(ReadOnlySpan<byte> data)
    {
        ulong v0 = _key0 ^ First;
        ulong v1 = _key1 ^ Second ^ Wide;
        ulong v2 = _key0 ^ Third;
        ulong v3 = _key1 ^ Fourth;
        ulong last = (ulong)data.Length << 56;

        while (data.Length >= sizeof(ulong))
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(data);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
            data = data[sizeof(ulong)..];
        }

        for (int i = 0; i < data.Length; i++)
        {
            last |= (ulong)data[i] << (8 * i);
        }

        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;
        v2 ^= Wide;
        Finish(ref v0, ref v1, ref v2, ref v3);
        ulong low = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= SecondHalf;
        Finish(ref v0, ref v1, ref v2, ref v3);
        return new SubjectKey(low, v0 ^ v1 ^ v2 ^ v3);
    }

    private static void Finish(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        for (int i = 0; i < FinalRounds; i++)
        {
            Round(ref v0, ref v1, ref v2, ref v3);
        }
    }

    // Inlined: as a call the four values would travel through memory. Benchmark: SubjectHasherBenchmarks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v2 += v3;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
