// SPDX-License-Identifier: MIT

using System.Buffers.Binary;

namespace DistillGuard.Features;

/// <summary>Makes a <see cref="PromptSketch"/>. Immutable; safe on any thread; allocates nothing.</summary>
internal sealed class SketchReader
{
    /// <summary>Longest prompt that is sketched, in bytes, a letter of two bytes counted once: a question, not a document.</summary>
    public const int LongestPrompt = 600;

    private readonly uint _multiplier;

    /// <summary>Makes a reader.</summary>
    /// <param name="secret">The deployment's secret, 16 bytes.</param>
    public SketchReader(ReadOnlySpan<byte> secret) => _multiplier = BinaryPrimitives.ReadUInt32LittleEndian(secret[4..]) | 1;

    public void Read(ReadOnlySpan<byte> text, ref PromptSketch sketch)
    {
        if (text.Length is < 3 or > 2 * LongestPrompt || StyleReader.LengthOf(text) > LongestPrompt)
        {
            return;
        }

        Span<short> sums = stackalloc short[PromptSketch.Dimensions];
        sums.Clear();
        uint window = ((uint)Lower(text[0]) << 8) | Lower(text[1]);
        for (int i = 2; i < text.Length; i++)
        {
            window = ((window << 8) | Lower(text[i])) & 0xFFFFFF;
            uint hash = (window ^ (window >> 11)) * _multiplier;
            hash ^= hash >> 15;
            hash *= 0x85EBCA6B;
            sums[(int)(hash >> 25)] += (short)((hash & 1) == 0 ? 1 : -1);
        }

        Scale(sums, ref sketch);
    }

    private static void Scale(ReadOnlySpan<short> sums, ref PromptSketch sketch)
    {
        int squares = 0;
        foreach (short sum in sums)
        {
            squares += sum * sum;
        }

        float scale = squares == 0 ? 0 : 127 / MathF.Sqrt(squares);
        for (int i = 0; i < PromptSketch.Dimensions; i++)
        {
            sketch[i] = (sbyte)MathF.Round(sums[i] * scale);
        }
    }

    private static byte Lower(byte value) => (uint)(value - 'A') < 26 ? (byte)(value | 0x20) : value;
}
