// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Makes up a sentence in place of one. Not thread-safe.</summary>
/// <remarks>
/// Words of four letters and more are made up from the hash of all of them together: two sentences with the same ones, whatever fills their numbers,
/// quotations and short words, get the same, so a template stays a template. What is left is made up from the hash of the whole sentence, in short
/// words and digits, which no template is recognised by: so two prompts that differ still do. The lengths of words are made up as well; what can be told
/// of a sentence is its length, its number of words, its script, and that it is the same as another one.
/// </remarks>
internal sealed class SentenceVeil
{
    private const int LongWord = 4;
    private const byte WholeDomain = (byte)'s';
    private const byte EssenceDomain = (byte)'e';

    private readonly KeyedVeil _veil;

    public SentenceVeil(KeyedVeil veil) => _veil = veil;

    /// <summary>Adds a made-up sentence, without what ends it.</summary>
    public void Write(ReadOnlySpan<char> sentence, StringBuilder made)
    {
        var essence = new StringBuilder(sentence.Length);
        (int longWords, int shortWords, int alone, int script) = Split(sentence, essence);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        int start = made.Length;
        if (longWords + alone > 0)
        {
            _veil.Hash(EssenceDomain, Encoding.UTF8.GetBytes(essence.ToString()), hash);
            var stable = new MadeUpNumbers(BinaryPrimitives.ReadUInt64LittleEndian(hash));
            WriteLongWords(longWords, MadeUpLetters.StandsAlone(script) ? 0 : script, ref stable, made);
            WriteAlone(alone, script, ref stable, made);
        }

        _veil.Hash(WholeDomain, Encoding.UTF8.GetBytes(sentence.ToString()), hash);
        var own = new MadeUpNumbers(BinaryPrimitives.ReadUInt64LittleEndian(hash));
        for (int word = 0; word < shortWords; word++)
        {
            Separate(made, start);
            WriteLetters(1 + (int)(own.Next() % 3), 0, ref own, made);
        }

        Separate(made, start);
        for (int digits = Math.Max(1, start + sentence.Length - made.Length); digits > 0; digits--)
        {
            made.Append((char)('0' + (own.Next() % 10)));
        }
    }

    private static void WriteLongWords(int count, int script, ref MadeUpNumbers numbers, StringBuilder made)
    {
        int start = made.Length;
        for (int word = 0; word < count; word++)
        {
            Separate(made, start);
            WriteLetters(LongWord + (int)(numbers.Next() % 4), script, ref numbers, made);
        }
    }

    private static void WriteAlone(int count, int script, ref MadeUpNumbers numbers, StringBuilder made)
    {
        if (count > 0 && made.Length > 0 && char.IsAsciiLetter(made[^1]))
        {
            made.Append(' ');
        }

        WriteLetters(count, script, ref numbers, made);
    }

    private static void WriteLetters(int count, int script, ref MadeUpNumbers numbers, StringBuilder made)
    {
        for (int letter = 0; letter < count; letter++)
        {
            made.Append(MadeUpLetters.Letter(script, numbers.Next()));
        }
    }

    private static void Separate(StringBuilder made, int start)
    {
        if (made.Length > start)
        {
            made.Append(' ');
        }
    }

    // Counts words, and collects the long ones in lower case; quotations and digits are left out.
    private static (int Long, int Short, int Alone, int Script) Split(ReadOnlySpan<char> sentence, StringBuilder essence)
    {
        Span<int> letters = stackalloc int[MadeUpLetters.ScriptCount];
        letters.Clear();
        int longWords = 0;
        int shortWords = 0;
        int alone = 0;
        int wordStart = 0;
        bool isQuoted = false;
        foreach (Rune rune in sentence.EnumerateRunes())
        {
            isQuoted ^= rune.Value is '"' or '`' or '“' or '”' or '«' or '»';
            int script = MadeUpLetters.ScriptOf(rune);
            if (!isQuoted && Rune.IsLetter(rune))
            {
                letters[script]++;
                if (!MadeUpLetters.StandsAlone(script))
                {
                    essence.Append(Rune.ToLowerInvariant(rune));
                    continue;
                }
            }

            EndWord(essence, ref wordStart, ref longWords, ref shortWords);
            if (!isQuoted && MadeUpLetters.StandsAlone(script) && Rune.IsLetter(rune))
            {
                essence.Append(rune);
                wordStart = essence.Length;
                alone++;
            }
        }

        EndWord(essence, ref wordStart, ref longWords, ref shortWords);
        int most = 0;
        for (int script = 1; script < letters.Length; script++)
        {
            most = letters[script] > letters[most] ? script : most;
        }

        return (longWords, shortWords, alone, alone > 0 && !MadeUpLetters.StandsAlone(most) ? 8 : most);
    }

    private static void EndWord(StringBuilder essence, ref int wordStart, ref int longWords, ref int shortWords)
    {
        int length = essence.Length - wordStart;
        if (length is > 0 and < LongWord)
        {
            essence.Length = wordStart;
            shortWords++;
        }
        else if (length > 0)
        {
            essence.Append(' ');
            longWords++;
        }

        wordStart = essence.Length;
    }
}
