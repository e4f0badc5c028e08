// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistillGuard.Subjects;

/// <summary>Four short texts that <see cref="SipHash"/> hashes at once: every step of one waits for the step before, but not for the others.</summary>
/// <remarks>
/// The texts are read where they stand: what is written byte by byte and read back as words costs more than the rounds. Oracle: the texts hashed
/// one by one. Benchmark: SubjectHasherBenchmarks.
/// </remarks>
internal readonly ref struct SipHashLanes
{
    /// <summary>Number of texts.</summary>
    public const int Count = 4;

    /// <summary>Longest text, in characters: two bytes each and the head must not be longer than 255.</summary>
    public const int Longest = 120;

    private const int HeadBytes = 6;
    private const int CharsPerWord = sizeof(ulong) / sizeof(char);

    private readonly ReadOnlySpan<char> _text0;
    private readonly ReadOnlySpan<char> _text1;
    private readonly ReadOnlySpan<char> _text2;
    private readonly ReadOnlySpan<char> _text3;
    private readonly Vector256<ulong> _heads;

    /// <summary>Takes four texts, and for each a head of six bytes that stands before it.</summary>
    public SipHashLanes(ReadOnlySpan<char> text0, ReadOnlySpan<char> text1, ReadOnlySpan<char> text2, ReadOnlySpan<char> text3, Vector256<ulong> heads)
    {
        _text0 = text0;
        _text1 = text1;
        _text2 = text2;
        _text3 = text3;
        _heads = heads;
    }

    /// <summary>Hashes the texts.</summary>
    public void Hash(ulong key0, ulong key1, Span<SubjectKey> keys)
    {
        Vector256<ulong> v0 = Vector256.Create(key0 ^ SipHash.First);
        Vector256<ulong> v1 = Vector256.Create(key1 ^ SipHash.Second ^ SipHash.Wide);
        Vector256<ulong> v2 = Vector256.Create(key0 ^ SipHash.Third);
        Vector256<ulong> v3 = Vector256.Create(key1 ^ SipHash.Fourth);
        var left = Vector256.Create(Words(_text0), Words(_text1), Words(_text2), Words(_text3));
        Vector256<ulong> last = Vector256.Create(LastWord(_text0), LastWord(_text1), LastWord(_text2), LastWord(_text3))
            | (_heads & Vector256.Equals(left, Vector256<ulong>.One)); // of a text without a character the head is the last word
        Vector256<ulong> word = _heads | FirstCharacters();
        for (int at = 1; left != Vector256<ulong>.Zero; at += CharsPerWord)
        {
            Vector256<ulong> ended = Vector256.Equals(left, Vector256<ulong>.Zero);
            word = Vector256.ConditionalSelect(Vector256.Equals(left, Vector256<ulong>.One), last, word);
            Vector256<ulong> n0 = v0;
            Vector256<ulong> n1 = v1;
            Vector256<ulong> n2 = v2;
            Vector256<ulong> n3 = v3 ^ word;
            Round(ref n0, ref n1, ref n2, ref n3);
            Round(ref n0, ref n1, ref n2, ref n3);
            v0 = Vector256.ConditionalSelect(ended, v0, n0 ^ word);
            v1 = Vector256.ConditionalSelect(ended, v1, n1);
            v2 = Vector256.ConditionalSelect(ended, v2, n2);
            v3 = Vector256.ConditionalSelect(ended, v3, n3);
            left -= Vector256<ulong>.One & ~ended;
            word = Vector256.Create(Word(_text0, at), Word(_text1, at), Word(_text2, at), Word(_text3, at));
        }

        v2 ^= Vector256.Create(SipHash.Wide);
        Finish(ref v0, ref v1, ref v2, ref v3);
        Vector256<ulong> low = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= Vector256.Create(SipHash.SecondHalf);
        Finish(ref v0, ref v1, ref v2, ref v3);
        Vector256<ulong> high = v0 ^ v1 ^ v2 ^ v3;
        keys[3] = new SubjectKey(low[3], high[3]);
        keys[2] = new SubjectKey(low[2], high[2]);
        keys[1] = new SubjectKey(low[1], high[1]);
        keys[0] = new SubjectKey(low[0], high[0]);
    }

    private Vector256<ulong> FirstCharacters() =>
        Vector256.Create((ulong)First(_text0), First(_text1), First(_text2), First(_text3)) << (8 * HeadBytes);

    private static char First(ReadOnlySpan<char> text) => text.IsEmpty ? '\0' : text[0];

    // All words, the last among them, which is there even when nothing is left for it but the length.
    private static ulong Words(ReadOnlySpan<char> text) => (ulong)((HeadBytes + (text.Length * sizeof(char))) / sizeof(ulong)) + 1;

    private static ulong Word(ReadOnlySpan<char> text, int at) => text.Length - at >= CharsPerWord
        ? MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[at..]))
        : 0;

    // What is left over, and in the last byte the length.
    private static ulong LastWord(ReadOnlySpan<char> text)
    {
        ulong length = (ulong)(HeadBytes + (text.Length * sizeof(char))) << 56;
        ulong rest = 0;
        for (int i = text.Length == 0 ? 0 : 1 + ((text.Length - 1) / CharsPerWord * CharsPerWord), shift = 0; i < text.Length; i++, shift += 16)
        {
            rest |= (ulong)text[i] << shift;
        }

        return rest | length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(ref Vector256<ulong> v0, ref Vector256<ulong> v1, ref Vector256<ulong> v2, ref Vector256<ulong> v3)
    {
        for (int i = 0; i < SipHash.FinalRounds; i++)
        {
            Round(ref v0, ref v1, ref v2, ref v3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as a call the values would travel through memory
    private static void Round(ref Vector256<ulong> v0, ref Vector256<ulong> v1, ref Vector256<ulong> v2, ref Vector256<ulong> v3)
    {
        v0 += v1;
        v2 += v3;
        v1 = Rotate(v1, 13) ^ v0;
        v3 = Rotate(v3, 16) ^ v2;
        v0 = Rotate(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Rotate(v1, 17) ^ v2;
        v3 = Rotate(v3, 21) ^ v0;
        v2 = Rotate(v2, 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // so that the distance is a constant
    private static Vector256<ulong> Rotate(Vector256<ulong> value, [ConstantExpected] byte bits) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(value, bits) : (value << bits) | (value >>> (64 - bits));
}
