// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Statistics.Distribution;

/// <summary>Fifty-eight numbers that tell how a text is written, not what it says: lengths, character classes, marks, words.</summary>
/// <remarks>
/// No list of words of any language stands behind it: what function words would show is taken from the lengths of words and
/// from how often short words come again. Scripts are not told apart, only cased and caseless letters.
/// The cost is linear in the text; hand in a slice where texts may be very long.
/// </remarks>
internal static class StyleVector
{
    /// <summary>How many features a text has.</summary>
    public const int Length = 58;

    /// <summary>Where the logarithm of one more than the characters stands.</summary>
    public const int LogCharacters = 0;

    private const int FirstMark = 8;
    private const int FirstWordLength = 42;
    private const int WordLengths = 9;

    // One bucket each for 1 to 6 letters, then 7-8, 9-11 and longer: a word's length and its place.
    private static ReadOnlySpan<byte> LengthBuckets => [0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 8];

    /// <summary>Writes the features of one text. Invalid UTF-8 counts as U+FFFD; an empty text has all features 0.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="features">Takes <see cref="Length"/> numbers; all are overwritten.</param>
    public static void Read(ReadOnlySpan<byte> utf8, Span<float> features)
    {
        features = features[..Length];
        features.Clear();

        var classes = new CharacterTally();
        Span<uint> slots = stackalloc uint[WordTally.Slots];
        Span<ushort> counts = stackalloc ushort[WordTally.Slots];
        slots.Clear();
        counts.Clear();
        var words = new WordTally(slots, counts);
        Span<int> lengths = stackalloc int[WordLengths];
        lengths.Clear();

        int wordLength = 0;
        uint wordHash = 0;
        bool startsUpper = false;
        while (!utf8.IsEmpty)
        {
            Rune.DecodeFromUtf8(utf8, out Rune rune, out int read);
            utf8 = utf8[read..];
            CharacterKind kind = classes.Add(rune, features[FirstMark..]);
            if (kind == CharacterKind.Word)
            {
                startsUpper = wordLength == 0 ? Rune.IsUpper(rune) : startsUpper;
                wordHash = (wordLength == 0 ? 2166136261u : wordHash) ^ (uint)Rune.ToLowerInvariant(rune).Value;
                wordHash *= 16777619u;
                wordLength++;
            }
            else if (wordLength > 0)
            {
                words.Add(wordHash, wordLength, startsUpper);
                lengths[LengthBuckets[Math.Min(wordLength, LengthBuckets.Length - 1)]]++;
                wordLength = 0;
            }
        }

        if (wordLength > 0)
        {
            words.Add(wordHash, wordLength, startsUpper);
            lengths[LengthBuckets[Math.Min(wordLength, LengthBuckets.Length - 1)]]++;
        }

        if (classes.Characters > 0)
        {
            Fill(in classes, in words, lengths, features);
        }
    }

    private static void Fill(in CharacterTally classes, in WordTally words, ReadOnlySpan<int> lengths, Span<float> features)
    {
        float perCharacter = 1f / classes.Characters;
        float perWord = 1f / Math.Max(1, words.Count);

        features[LogCharacters] = MathF.Log(1 + classes.Characters);
        features[1] = MathF.Log(1 + words.Count);
        features[2] = words.MeanLength;
        features[3] = words.DeviationOfLength;
        features[4] = classes.Upper * perCharacter;
        features[5] = classes.Digits * perCharacter;
        features[6] = classes.NonAscii * perCharacter;
        features[7] = classes.Spaces * perCharacter;
        for (int i = FirstMark; i < FirstMark + CharacterTally.Marks; i++)
        {
            features[i] = MathF.Sqrt(features[i] * perCharacter);
        }

        features[38] = classes.StartsUpper ? 1 : 0;
        features[39] = classes.EndsSentence ? 1 : 0;
        features[40] = words.Capitalised * perWord;
        features[41] = words.DistinctShare;
        for (int i = 0; i < lengths.Length; i++)
        {
            features[FirstWordLength + i] = MathF.Sqrt(lengths[i] * perWord);
        }

        features[51] = words.RepeatedShort * perWord;
        features[52] = MathF.Sqrt(words.MostFrequent * perWord);
        features[53] = classes.Letters * perCharacter;
        features[54] = classes.CaselessLetters * perCharacter;
        features[55] = MathF.Sqrt(classes.CombiningMarks * perCharacter);
        features[56] = MathF.Sqrt(classes.OtherSymbols * perCharacter);
        features[57] = MathF.Log(1 + ((float)words.Count / (1 + classes.SentenceEnds)));
    }
}
