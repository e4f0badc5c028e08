// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Text;

/// <summary>The reader against the oracle; what it is for stands in <see cref="TemplateTests"/>.</summary>
public sealed class PieceReaderTests
{
    private const string Mixed =
        "Plain words of one sentence, 42 of them “in quotes”. Naïve café — Ωmega needs something longer: yes!\nПривет мир, это «слово» и длинное предложение. "
        + "你好世界，这是一个很长的句子。カタカナ・ひらがなを書いてください！ 한국어 문장을 자세히 설명하는 글쓰기 ```code\n``` مرحبا بكم في هذا النص الطويل؟ "
        + "https://example.org/a?b=c. e\u0301a 👩‍🔬 don't 'single' 5\" z";

    private static readonly byte[] Secret = "an own test key!"u8.ToArray();

    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "word ", "Several ordinary words follow here ", "please ", "a ", "it's ", "o’clock ", "naïve ", "e\u0301te\u0301 ", "seventeenletterss ", "exactlysixteenxx ",
            "подробно ", "Расскажите, пожалуйста, о том как живут медведи ", "ещё ", "й", "и\u0306 ", "слишкомдлинноеслововкоторомбольшебукв ",
            "请写一篇关于", "鲸鱼", "的文章", "が", "か\u3099", "ｶﾞ", "ー", "人々", "日本語でくわしくせつめいしてください", "한국어로 자세히 설명해 주세요 ", "말 ",
            "اكتب مقالة طويلة عن ", "الكتاب ", "هـذا ", "हिन्दी में ", "विस्तार ", "Ünïcode ", "ＦＵＬＬ ", "５", "7", "3.5 ", "1. ",
            ".", ". ", "!", "? ", ":", ": ", "；", "。", "！", "：", "…", "।", "؟ ", "，", ", ", "; ", "(", ")", ".) ", ".\" ", ".” ", "\t", " ", "\u00A0",
            "\n", "\r\n", "\r", "\u2028", "\"", "\"", "“", "”", "„", "«", "»", "「", "」", "『", "』", "《", "》", "‘", "’", "'", "'", "5\" ", "l’«", " '", "' ",
            "`", "``", "```", "````", "```\n", "https://example.org/path?x=1 ", "http://a.b/c). ", "ftp://x", "://", "看https://e.org/中文", "👍", "👩‍🔬", "\u200d", "\u0301", "𝒜", "\U000E0101",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Broken =
        [[0xC3], [0xE4, 0xB8], [0xF0, 0x9F, 0x91], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xE2, 0x80]];

    private static readonly Gen<byte[]> Texts = Gen.Frequency(
        (30, Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i])),
        (1, Gen.Int[0, Broken.Length - 1].Select(i => Broken[i])),
        (1, Gen.Byte.Array[0, 5]))
        .Array[0, 120].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    [Test]
    public void Read_RandomTextOfAllScripts_EqualsTheOracle() =>
        Texts.Sample(text => Read(text).SequenceEqual(SlowPieceReader.Read(Secret, text)), iter: 20_000);

    [Test]
    public void Read_RandomTextsOfOneRequest_EqualsTheOracle() =>
        Texts.Array[0, 6].Sample(texts => Read(texts).SequenceEqual(SlowPieceReader.Read(Secret, texts)), iter: 2_000);

    [Test]
    public void Read_RandomTextTooLongToReadWhole_EqualsTheOracle() =>
        Gen.Select(Texts, Texts, Gen.Int[-3, 3], Gen.Int[0, 40])
            .Sample(
                (unit, end, more, shift) =>
                {
                    byte[] line = [.. "Filling of ordinary words that comes before.\n"u8, .. unit];
                    byte[] text = [.. Repeat(line, (2 * PieceReader.EndBytes) + more - end.Length + (shift * shift)), .. end];
                    return Read(text).SequenceEqual(SlowPieceReader.Read(Secret, text));
                },
                iter: 30);

    [Test]
    public void Read_RandomTexts_OftenHavePieces()
    {
        int with = 0;
        Texts.Sample(text => { with += Read(text).Length > 0 ? 1 : 0; }, iter: 1_000, threads: 1);

        Assert.That(with, Is.GreaterThan(500), "a generator that makes no sentences would test nothing");
    }

    [Test]
    public void Read_EveryOffsetAndLengthOfMixedText_EqualsTheOracle()
    {
        byte[] text = Encoding.UTF8.GetBytes(Mixed);
        var wrong = new List<(int Offset, int Length)>();
        for (int offset = 0; offset < text.Length; offset += 3)
        {
            for (int length = 0; length <= text.Length - offset; length++)
            {
                byte[] piece = text[offset..(offset + length)];
                if (!Read(piece).SequenceEqual(SlowPieceReader.Read(Secret, piece)))
                {
                    wrong.Add((offset, length));
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Read_OneOtherThingAtEveryPlaceAroundTheBlocks_EqualsTheOracle(
        [Values("é", "中", "👍", "\u0301", "\n", ". ", ".", "'", "’", "\"", "`", "://", " ", "7", "-")] string other)
    {
        const string Words = "several quite ordinary words that somebody wrote down for this purpose alone and nothing besides, which must be long";
        var wrong = new List<int>();
        for (int place = 0; place <= Words.Length; place++)
        {
            byte[] text = Encoding.UTF8.GetBytes(Words.Insert(place, other));
            if (!Read(text).SequenceEqual(SlowPieceReader.Read(Secret, text)))
            {
                wrong.Add(place);
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Read_EveryByteInEveryPlaceOfABlock_EqualsTheOracle()
    {
        var wrong = new List<(int Value, int Place)>();
        for (int value = 0; value < 256; value++)
        {
            for (int place = 0; place < 100; place++)
            {
                byte[] text = Encoding.UTF8.GetBytes("ordinary words, and more such words than a block has, so that every place of it is tried with every byte");
                text[place] = (byte)value;
                if (!Read(text).SequenceEqual(SlowPieceReader.Read(Secret, text)))
                {
                    wrong.Add((value, place));
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Read_WordsOfEveryLength_EqualsTheOracle([Values("a", "я", "é", "한", "aя")] string letters)
    {
        var wrong = new List<int>();
        for (int length = 1; length <= 150; length++)
        {
            string word = string.Concat(Enumerable.Repeat(letters, length));
            byte[] text = Encoding.UTF8.GetBytes($"these words surround {word} on every side");
            if (!Read(text).SequenceEqual(SlowPieceReader.Read(Secret, text)))
            {
                wrong.Add(length);
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Read_WordsThatDifferInOneLetter_GiveOtherPieces()
    {
        var pieces = new HashSet<ulong>();
        for (int length = 4; length <= 100; length++)
        {
            foreach (char letter in "bяé한")
            {
                string word = new string('a', length - 1) + (letter == 'é' ? 'c' : letter);
                pieces.Add(Read(Encoding.UTF8.GetBytes($"these words surround {word} on every side")).Single());
            }
        }

        Assert.That(pieces, Has.Count.EqualTo(97 * 4));
    }

    [Test]
    public void Read_AnySecretOfZeros_StillTellsWordsApart()
    {
        var reader = new PieceReader(new byte[16]);

        ulong[] bridges = Read(reader, "one sentence about rivers and bridges"u8.ToArray());
        ulong[] forests = Read(reader, "one sentence about rivers and forests"u8.ToArray());
        Assert.That(bridges, Is.Not.EqualTo(forests));
    }

    [TestCase("It is as far as he can go up", 0, Description = "no word of four letters")]
    [TestCase("plant green trees", 0, Description = "three words")]
    [TestCase("plant green trees and more", 1)]
    [TestCase("请写一篇关于鲸", 0, Description = "seven characters")]
    [TestCase("请写一篇关于鲸鱼的文", 1)]
    [TestCase("한국어로 자세히 설명해 주세요 지금", 1)]
    [TestCase("", 0)]
    public void Read_ShortSentences_CountFromFiveWordsOn(string text, int pieces) =>
        Assert.That(Read(Encoding.UTF8.GetBytes(text)), Has.Length.EqualTo(pieces));

    [TestCase(100, 1)]
    [TestCase(101, 0)]
    public void Read_LongSentence_CountsUpToAHundredWords(int words, int pieces) =>
        Assert.That(Read(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("word", words)))), Has.Length.EqualTo(pieces));

    [Test]
    public void Read_LongText_LeavesOutTheMiddleOnly()
    {
        string filling = string.Concat(Enumerable.Repeat("x1 y2 z3\n", 2 * PieceReader.EndBytes / 9));
        string[] sentences =
            ["The first sentence stands at the top", "A sentence hides away in the middle", "The last sentence stands at the bottom"];
        byte[] text = Encoding.UTF8.GetBytes($"{sentences[0]}\n{filling}\n{sentences[1]}\n{filling}\n{sentences[2]}");

        ulong[] expected = [.. new[] { sentences[0], sentences[2] }.Select(sentence => Read(Encoding.UTF8.GetBytes(sentence)).Single()).Order()];
        Assert.That(Read(text), Is.EqualTo(expected));
    }

    [Test]
    public void Hash_EveryByteOfALongText_MattersWhereverItStands()
    {
        var reader = new PieceReader(Secret);
        byte[] text = new byte[100];
        var hashes = new HashSet<ulong> { reader.Hash(text, 0) };
        for (int i = 0; i < text.Length; i++)
        {
            text[i]++;
            hashes.Add(reader.Hash(text, 0));
            text[i]--;
        }

        Assert.That(hashes, Has.Count.EqualTo(101));
    }

    [Test]
    public void Hash_TextsOfZerosOfEveryLength_AreAllDifferent()
    {
        var reader = new PieceReader(Secret);

        Assert.That(Enumerable.Range(0, 100).Select(length => reader.Hash(new byte[length], 0)).Distinct().Count(), Is.EqualTo(100));
    }

    [Test]
    public void Hash_SameTextAfterOtherText_IsAnotherHash()
    {
        var reader = new PieceReader(Secret);

        Assert.That(reader.Hash("text"u8, 1), Is.Not.EqualTo(reader.Hash("text"u8, 2)));
    }

    private static byte[] Repeat(byte[] unit, int bytes) => [.. Enumerable.Range(0, bytes).Select(i => unit[i % unit.Length])];

    private static ulong[] Read(params byte[][] texts) => Read(new PieceReader(Secret), texts);

    private static ulong[] Read(PieceReader reader, params byte[][] texts)
    {
        var pieces = default(PieceList);
        foreach (byte[] text in texts)
        {
            reader.Read(text, ref pieces);
        }

        return [.. pieces.Hashes64.ToArray().Order()];
    }
}
