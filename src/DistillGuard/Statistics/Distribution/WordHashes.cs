// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Statistics.Distribution;

/// <summary>The words of a text in their order, as hashes under a key; no word can be read back without it.</summary>
/// <remarks>
/// A word is a run of letters, combining marks and digits, in lower case. The first 2,000 characters count. Writing without spaces has
/// words as long as a clause, so for it word bigrams say little, and character n-grams have to.
/// </remarks>
internal readonly struct WordHashes
{
    /// <summary>The most words that are read from one text: every other of its characters.</summary>
    public const int Most = MostCharacters / 2;

    private const int MostCharacters = 2_000;

    private readonly ulong _key;

    public WordHashes(ulong key) => _key = BitMix.Of(key ^ 0xE7037ED1A0B428DB);

    /// <summary>Writes the hashes of the words of one text and returns how many there are.</summary>
    /// <param name="utf8">The text. Invalid UTF-8 counts as U+FFFD, which parts words.</param>
    /// <param name="words">Takes up to <see cref="Most"/> hashes.</param>
    public int Read(ReadOnlySpan<byte> utf8, Span<uint> words)
    {
        int count = 0;
        ulong hash = _key;
        bool inWord = false;
        for (int characters = 0; !utf8.IsEmpty && characters < MostCharacters; characters++)
        {
            Rune.DecodeFromUtf8(utf8, out Rune rune, out int read);
            utf8 = utf8[read..];
            if (IsPartOfWord(rune))
            {
                hash = BitMix.Of(hash ^ (uint)Rune.ToLowerInvariant(rune).Value);
                inWord = true;
            }
            else if (inWord)
            {
                words[count++] = (uint)(hash >> 32);
                (hash, inWord) = (_key, false);
            }
        }

        if (inWord)
        {
            words[count++] = (uint)(hash >> 32);
        }

        return count;
    }

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;
}
