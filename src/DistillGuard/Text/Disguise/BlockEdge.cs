// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistillGuard.Text.Disguise;

/// <summary>Judges one <see cref="KnownBlock"/> after the other, and remembers what of a block matters to the next: one bit a byte, the last byte highest.</summary>
/// <remarks>It may hold a block back that has no sign; it never lets one pass that has, but for a word of twins in a text that is mostly Latin.</remarks>
internal struct BlockEdge
{
    private const int Last = 63;
    private const int FewSingles = 4;
    private const int Half = 32;

    private ulong _latin;
    private ulong _cyrillic;
    private ulong _wide;
    private ulong _two;
    private ulong _three;
    private ulong _accented;
    private ulong _cyrillicFirst;
    private ulong _wideFirst;

    /// <summary>The last bytes of letters that stand alone.</summary>
    public ulong Singles { get; private set; }

    /// <summary>The script of the letter at the end of the block, if there is one.</summary>
    public readonly WordScript LastScript =>
        (_latin >> Last) != 0 ? WordScript.Latin : (_cyrillic >> Last) != 0 ? WordScript.Cyrillic : WordScript.None;

    private readonly ulong Letters => _latin | _cyrillic | _wide;

    /// <summary>What characters taken one by one leave behind.</summary>
    public static BlockEdge Of(bool isInWord, WordScript script)
    {
        // A script that no block knows is as foreign as both, so that any letter holds the next block back.
        const ulong End = 1UL << Last;
        bool isUnknown = (script & (WordScript.Greek | WordScript.Other)) != WordScript.None;
        return new BlockEdge
        {
            _latin = isUnknown || (script & WordScript.Latin) != WordScript.None ? End : 0,
            _cyrillic = isUnknown || (script & WordScript.Cyrillic) != WordScript.None ? End : 0,
            _wide = isInWord && script == WordScript.None ? End : 0,
        };
    }

    /// <summary>What a block of ASCII leaves behind.</summary>
    public static BlockEdge OfAscii(ulong letters, ulong singles) => new() { _latin = letters, Singles = singles };

    /// <summary>Whether nothing in a block can be a sign. If so, the edge is now that block's.</summary>
    /// <param name="block">The block.</param>
    /// <param name="next">The byte behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // RuleMatchBenchmarks, Russian and Spanish
    public bool TryPass(in KnownBlock block, byte next)
    {
        ulong two = block.Cyrillic | block.Accented | block.Signs;
        ulong three = block.Wide | block.WideSigns;
        ulong expected = Shift(two, _two, 1) | Shift(three, _three, 1) | Shift(three, _three, 2);
        if (block.Continuations != expected || (two | three | expected) != block.Others)
        {
            return false;
        }

        ulong latin = block.Ascii | block.Accented | Shift(block.Accented, _accented, 1);
        ulong cyrillic = block.Cyrillic | Shift(block.Cyrillic, _cyrillicFirst, 1);
        ulong wide = block.Wide | Shift(block.Wide, _wideFirst, 1) | Shift(block.Wide, _wideFirst, 2);
        ulong afterCyrillic = Shift(cyrillic, _cyrillic, 1);
        ulong afterOther = Shift(latin | wide, _latin | _wide, 1);
        if ((((latin | wide) & afterCyrillic) | (cyrillic & afterOther)) != 0)
        {
            return false;
        }

        ulong letters = latin | cyrillic | wide;
        ulong known = Letters;
        ulong pair = Shift(block.Accented | block.Cyrillic, _accented | _cyrillicFirst, 1);
        ulong singles = (block.Ascii & ~Shift(letters, known, 1))
            | (pair & ~Shift(letters, known, 2))
            | (Shift(block.Wide, _wideFirst, 2) & ~Shift(letters, known, 3));
        singles &= ~((letters >> 1) | (BeginsLetter(next) ? 1UL << Last : 0));
        if (HasFour(singles) || HasFour((Singles >> Half) | (singles << Half)))
        {
            return false;
        }

        (_latin, _cyrillic, _wide) = (latin, cyrillic, wide);
        (_two, _three) = (two, three);
        (_accented, _cyrillicFirst, _wideFirst) = (block.Accented, block.Cyrillic, block.Wide);
        Singles = singles;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Shift(ulong bits, ulong before, int by) => (bits << by) | (before >> (64 - by));

    // A byte that begins something else is not passed over, so it does not matter what is said of it.
    private static bool BeginsLetter(byte value) =>
        char.IsAsciiLetter((char)value) || value is >= 0xC3 and <= 0xC5 or 0xD0 or 0xD1 or (>= 0xE4 and <= 0xED);

    /// <summary>Whether four single letters follow each other so close that only one character may lie between each.</summary>
    private static bool HasFour(ulong singles)
    {
        if (BitOperations.PopCount(singles) < FewSingles)
        {
            return false;
        }

        return (singles & Behind(singles & Behind(singles & Behind(singles)))) != 0;
    }

    /// <summary>The places two to seven bytes behind: a character of up to four bytes, and a letter of up to three.</summary>
    private static ulong Behind(ulong bits)
    {
        ulong two = bits | (bits << 1);
        return ((two | (two << 2)) << 2) | (two << 6);
    }
}
