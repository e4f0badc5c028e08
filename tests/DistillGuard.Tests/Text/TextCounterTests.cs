// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Text;

public sealed class TextCounterTests
{
    private const string Mixed =
        "Plain words, 42 of them.\nNaïve café — Ωmega Привет мир 你好世界 カタカナ・ひらがな 한국어 مرحبا हिन्दी עברית e\u0301a 👩‍🔬 \u200d z";

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "word ", "A", "z", "0", "9", "\n", "@[`{", " ", "é", "Я", "中", "カ", "・", "한", "م", "नि", "ω", "\u0301", "\u200d", "👍", "ｱ",
            "a plain run of ASCII text longer than one block of 32 bytes. ",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Broken =
        [[0xC3], [0xE4, 0xB8], [0xF0, 0x9F, 0x91], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]];

    private static readonly Gen<byte[]> Texts = Gen.Frequency(
        (8, Gen.Int[0, Words.Length - 1].Select(i => Words[i])),
        (1, Gen.Int[0, Broken.Length - 1].Select(i => Broken[i])),
        (1, Gen.Byte.Array[0, 5]))
        .Array[0, 40].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    [Test]
    public void Add_RandomMixedAndInvalidText_EqualsRuneByRuneCount() =>
        Texts.Sample(text => Count(text) == SlowTextCounter.Count(text), iter: 10_000);

    [Test]
    public void Add_EveryCharacterBetweenLetters_EqualsRuneByRuneCount()
    {
        var wrong = new List<string>();
        for (int value = 0x80; value <= char.MaxValue; value++)
        {
            if (!char.IsSurrogate((char)value))
            {
                byte[] text = Encoding.UTF8.GetBytes($"Я{(char)value}a中{(char)value}{(char)value} б{(char)value}");
                if (Count(text) != SlowTextCounter.Count(text))
                {
                    wrong.Add($"U+{value:X4}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Add_EveryOffsetAndLengthOfMixedText_EqualsRuneByRuneCount()
    {
        byte[] text = Encoding.UTF8.GetBytes(Mixed);
        var wrong = new List<(int Offset, int Length)>();
        for (int offset = 0; offset < text.Length; offset++)
        {
            for (int length = 0; length <= text.Length - offset; length++)
            {
                byte[] piece = text[offset..(offset + length)];
                if (Count(piece) != SlowTextCounter.Count(piece))
                {
                    wrong.Add((offset, length));
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Add_OneOtherRuneAtEveryPlaceAroundTheBlocks_EqualsRuneByRuneCount(
        [Values("é", "中", "👍", "\u0301", "\n", "0", "\u007f", "@")] string rune)
    {
        var wrong = new List<(int Before, int After)>();
        for (int before = 0; before <= 70; before++)
        {
            for (int after = 0; after <= 70; after++)
            {
                byte[] text = Encoding.UTF8.GetBytes(new string('a', before) + rune + new string('b', after));
                if (Count(text) != SlowTextCounter.Count(text))
                {
                    wrong.Add((before, after));
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Add_EveryByteInEveryPlaceOfABlock_EqualsRuneByRuneCount()
    {
        var wrong = new List<(int Value, int Place)>();
        for (int value = 0; value < 256; value++)
        {
            for (int place = 0; place < 32; place++)
            {
                byte[] text = Encoding.UTF8.GetBytes("word w0rd, and more words a block has");
                text[place] = (byte)value;
                if (Count(text) != SlowTextCounter.Count(text))
                {
                    wrong.Add((value, place));
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Add_TwoTexts_WordsDoNotRunTogether()
    {
        var counts = default(TextCounts);

        TextCounter.Add("half"u8, ref counts);
        TextCounter.Add("word"u8, ref counts);

        Assert.That((counts.Words, counts.Bytes), Is.EqualTo((2, 8)));
    }

    [TestCase("", 0)]
    [TestCase("one", 1)]
    [TestCase("it's 2 words", 4)]
    [TestCase("中文字", 3)]
    [TestCase("中文abc字", 4)]
    [TestCase("カタカナ・ひら", 6)]
    [TestCase("हिन्दी में", 2)]
    [TestCase("cafe\u0301s", 1)]
    [TestCase("می\u200cخواهم", 1)]
    [TestCase("한국어 말", 2)]
    public void Add_KnownTexts_CountsTheirWords(string text, int words)
    {
        var counts = default(TextCounts);
        TextCounter.Add(Encoding.UTF8.GetBytes(text), ref counts);

        Assert.That(counts.Words, Is.EqualTo(words));
    }

    [TestCase("", ScriptClass.None)]
    [TestCase("123 !?", ScriptClass.None)]
    [TestCase("abc 中", ScriptClass.Latin)]
    [TestCase("ab 中文字", ScriptClass.Han)]
    [TestCase("שלום", ScriptClass.Other)]
    public void Script_KnownTexts_IsWhatMostLettersAre(string text, ScriptClass script)
    {
        var counts = default(TextCounts);
        TextCounter.Add(Encoding.UTF8.GetBytes(text), ref counts);

        Assert.That(counts.Script, Is.EqualTo(script));
    }

    [Test]
    public void Add_LongText_AllocatesNothing()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Mixed, 30)));
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var counts = default(TextCounts);
            TextCounter.Add(text, ref counts);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero);
    }

    private static string Count(byte[] text)
    {
        var counts = default(TextCounts);
        TextCounter.Add(text, ref counts);
        return SlowTextCounter.Describe(counts);
    }
}
