// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text.Disguise;

/// <summary>Takes the accents off the Latin letters of folded text: what <see cref="Unmasker"/> does to a text that hides behind nothing else.</summary>
/// <remarks>Text of Spanish, French or Polish is full of accents and hides nothing, so this reading of it has to be cheap.</remarks>
internal static class AccentFolding
{
    private const int Block = 32;
    private const int TwoBytes = 2;
    private const int FirstOfTwo = 0xC0;
    private const int EndOfTwo = 0x250;
    private const int FirstOfThree = 0x1E00;
    private const int EndOfThree = 0x1F00;

    private static readonly byte[] OfTwo = MakeTable(FirstOfTwo, EndOfTwo);
    private static readonly byte[] OfThree = MakeTable(FirstOfThree, EndOfThree);

    /// <summary>The small letters for U+00E0 to U+00FF, 0 where there is none.</summary>
    private static readonly Vector256<byte> Common = Vector256.Create(OfTwo.AsSpan(0xE0 - FirstOfTwo, Block));

    /// <summary>Whether a character is a Latin letter whose accent this takes off.</summary>
    public static bool Covers(int code) => code switch
    {
        >= FirstOfTwo and < EndOfTwo => OfTwo[code - FirstOfTwo] != 0,
        >= FirstOfThree and < EndOfThree => OfThree[code - FirstOfThree] != 0,
        _ => false,
    };

    /// <summary>Writes folded text without accents over itself, and tells how long it is.</summary>
    public static int Strip(Span<byte> text)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int read = 0;
        int written = 0;
        uint carry = 0; // whether the first byte of the block is the second one of a letter that was written
        while (text.Length - read > Block)
        {
            Vector256<byte> current = Vector256.LoadUnsafe(ref start, (nuint)read);
            Vector256<byte> next = Vector256.LoadUnsafe(ref start, (nuint)read + 1);
            uint others = (Vector256.LessThanOrEqual(current - Vector256.Create((byte)0xC4), Vector256.Create((byte)(0xC9 - 0xC4)))
                | Vector256.Equals(current, Vector256.Create((byte)0xE1))).ExtractMostSignificantBits();
            if (others != 0)
            {
                int end = read + Block;
                read += (int)carry;
                carry = 0;
                while (read < end)
                {
                    StripOne(text, ref read, ref written);
                }

                continue;
            }

            Vector256<byte> lead = Vector256.Equals(current, Vector256.Create((byte)0xC3));
            Vector256<byte> letter = Vector256.Shuffle(Common, next & Vector256.Create((byte)0x1F));
            Vector256<byte> small = Vector256.LessThanOrEqual(next - Vector256.Create((byte)0xA0), Vector256.Create((byte)0x1F));
            Vector256<byte> replaced = lead & small & ~Vector256.Equals(letter, Vector256<byte>.Zero);
            uint leads = replaced.ExtractMostSignificantBits();
            uint kept = ~((leads << 1) | carry);
            carry = leads >> (Block - 1);
            Vector256<byte> plain = Vector256.ConditionalSelect(replaced, letter, current);
            if (kept == uint.MaxValue)
            {
                plain.StoreUnsafe(ref start, (nuint)written);
                written += Block;
            }
            else
            {
                written += KeptBytes.Store(plain, kept, ref Unsafe.Add(ref start, written));
            }

            read += Block;
        }

        read += (int)carry;
        while (read < text.Length)
        {
            StripOne(text, ref read, ref written);
        }

        return written;
    }

    private static void StripOne(Span<byte> text, ref int read, ref int written)
    {
        int lead = text[read];
        int room = text.Length - read;
        if (lead is >= 0xC3 and <= 0xC9 && room >= TwoBytes && (text[read + 1] & 0xC0) == 0x80)
        {
            int place = (((lead & 0x1F) << 6) | (text[read + 1] & 0x3F)) - FirstOfTwo;
            byte letter = place < OfTwo.Length ? OfTwo[place] : (byte)0;
            if (letter != 0)
            {
                text[written++] = letter;
                read += TwoBytes;
                return;
            }
        }
        else if (lead == 0xE1 && room > TwoBytes && text[read + 1] is >= 0xB8 and <= 0xBB && (text[read + TwoBytes] & 0xC0) == 0x80)
        {
            byte letter = OfThree[((text[read + 1] & 3) << 6) | (text[read + TwoBytes] & 0x3F)];
            if (letter != 0)
            {
                text[written++] = letter;
                read += TwoBytes + 1;
                return;
            }
        }

        text[written++] = text[read++];
    }

    private static byte[] MakeTable(int first, int end)
    {
        var table = new byte[end - first];
        LookAlikes alikes = LookAlikes.Table;
        for (int code = first; code < end; code++)
        {
            const CharacterKind Accented = CharacterKind.Letter | CharacterKind.Plain;
            if ((alikes.KindOf(code) & Accented) == Accented && alikes.PlainOf(code) is [var plain] && char.IsAsciiLetter((char)plain) && plain < 0x80)
            {
                table[code - first] = (byte)(plain | 0x20);
            }
        }

        return table;
    }
}
