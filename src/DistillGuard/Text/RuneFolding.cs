// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>What becomes of the characters outside ASCII when text is folded for matching.</summary>
/// <remarks>
/// Every replacement is at most as long as what it replaces, so folded text never outgrows its source. Sequences are recognised
/// by their exact bytes; whatever is not listed, invalid UTF-8 included, is copied byte by byte. Kept: accents, CJK, other scripts.
/// </remarks>
internal static class RuneFolding
{
    /// <summary>The sequence stays as it is.</summary>
    public const int Unmapped = -1;

    /// <summary>The sequence disappears.</summary>
    public const int Dropped = 0;

    private const int Space = ' ';

    private static readonly ushort[] CyrillicPairs = MakeCyrillicPairs();

    /// <summary>Whether sequences that start with a byte can change at all. Most CJK cannot.</summary>
    public static bool MayChange(int lead) =>
        lead is 0xC2 or 0xC3 or 0xCE or 0xCF or 0xE2 or 0xE3 or 0xEF;

    /// <summary>What a sequence that starts with 0xD0 or 0xD1 becomes; when it is broken, its first byte alone.</summary>
    public static int FoldCyrillic(int lead, int second, ref int consumed)
    {
        if ((second & 0xC0) != 0x80)
        {
            consumed = 1;
            return lead;
        }

        return CyrillicPairs[((lead & 1) << 6) | (second & 0x3F)];
    }

    /// <summary>What a two-byte sequence becomes: up to two bytes, lowest first, or one of the constants.</summary>
    public static int FoldTwo(byte lead, byte second) => lead switch
    {
        0xC2 => FoldLatinSigns(second),
        0xC3 when second is >= 0x80 and <= 0x9E and not 0x97 => Pack(0xC3, second + 0x20),
        0xCE => FoldGreek(second),
        0xCF when second == 0x82 => Pack(0xCF, 0x83), // final sigma
        _ => Unmapped,
    };

    /// <summary>What a three-byte sequence becomes: up to three bytes, lowest first, or one of the constants.</summary>
    public static int FoldThree(byte lead, byte second, byte third) => (lead, second) switch
    {
        (0xE2, 0x80) => FoldPunctuation(third),
        (0xE2, 0x81) when third == 0x9F => Space,
        (0xE2, 0x81) when third is (>= 0xA0 and <= 0xA4) or (>= 0xA6 and <= 0xA9) => Dropped, // joiners and isolates
        (0xE2, 0x88) when third == 0x92 => '-', // minus sign
        (0xE3, 0x80) when third == 0x80 => Space, // ideographic space
        (0xEF, 0xB8) when third is >= 0x80 and <= 0x8F => Dropped, // variation selectors
        (0xEF, 0xBB) when third == 0xBF => Dropped, // byte order mark
        (0xEF, 0xBC) when third is >= 0x81 and <= 0xBF => Lower(third - 0x81 + '!'), // full-width ! to _
        (0xEF, 0xBD) when third is >= 0x80 and <= 0x9E => third - 0x80 + '`', // full-width ` to ~
        _ => Unmapped,
    };

    private static int FoldLatinSigns(byte second) => second switch
    {
        0xA0 => Space, // no-break space
        0xAD => Dropped, // soft hyphen
        0xAB or 0xBB => '"',
        0xB4 => '\'',
        >= 0x80 and <= 0x9F => Space, // C1 control characters
        _ => Unmapped,
    };

    private static int FoldGreek(byte second) => second switch
    {
        0x86 => Pack(0xCE, 0xAC),
        >= 0x88 and <= 0x8A => Pack(0xCE, second + 0x25),
        0x8C => Pack(0xCF, 0x8C),
        0x8E or 0x8F => Pack(0xCF, second - 1),
        >= 0x91 and <= 0x9F => Pack(0xCE, second + 0x20),
        >= 0xA0 and <= 0xAB and not 0xA2 => Pack(0xCF, second - 0x20),
        _ => Unmapped,
    };

    private static ushort[] MakeCyrillicPairs()
    {
        var pairs = new ushort[128];
        for (int second = 0x80; second <= 0xBF; second++)
        {
            int folded = second switch
            {
                0x81 => Pack(0xD0, 0xB5), // io is mostly written ie
                <= 0x8F => Pack(0xD1, second + 0x10),
                <= 0x9F => Pack(0xD0, second + 0x20),
                <= 0xAF => Pack(0xD1, second - 0x20),
                _ => Pack(0xD0, second),
            };
            pairs[second & 0x3F] = (ushort)folded;
            pairs[64 | (second & 0x3F)] = (ushort)(second == 0x91 ? Pack(0xD0, 0xB5) : Pack(0xD1, second));
        }

        return pairs;
    }

    private static int FoldPunctuation(byte third) => third switch
    {
        >= 0x80 and <= 0x8A => Space,
        >= 0x8B and <= 0x8F => Dropped, // zero-width characters and direction marks
        >= 0x90 and <= 0x95 => '-',
        >= 0x98 and <= 0x9B => '\'',
        >= 0x9C and <= 0x9F => '"',
        0xA6 => '.' | ('.' << 8) | ('.' << 16),
        0xA8 or 0xA9 or 0xAF => Space,
        >= 0xAA and <= 0xAE => Dropped, // direction overrides
        _ => Unmapped,
    };

    private static int Pack(int first, int second) => first | (second << 8);

    private static int Lower(int character) => character is >= 'A' and <= 'Z' ? character | 0x20 : character;
}
