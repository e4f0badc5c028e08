// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Text.Disguise;

public sealed class AccentFoldingTests
{
    // Words of two and more letters: single letters the unmasker might put together.
    private static readonly string[] Words =
    [
        "según", "AÑO", "corazón", "Élève", "œuvre", "ßtraße", "größere", "zażółć", "GĘŚLĄ", "přílišně", "İstanbul", "ığdır", "Việt", "NGƯỜI", "thiện", "þing", "naïve", "plain",
        "words", "and", "æther", "ĳs", "  ", "\n", "，", "给定", "привет", "é", "ÿ", "…", "×÷", "ﬀ", "😀",
    ];

    private static readonly Gen<byte[]> Texts =
        Gen.OneOf(Words).Array[0, 60].Select(words => Encoding.UTF8.GetBytes(string.Join("--", words)));

    [Test]
    public void Strip_TextThatHidesNothingElse_EqualsUnmasker()
    {
        int compared = 0;
        Texts.Sample(
            text =>
            {
                if ((DisguiseScan.Look(text) & DisguiseSigns.Letters) != DisguiseSigns.None)
                {
                    return true;
                }

                Interlocked.Increment(ref compared);
                return Strip(text).AsSpan().SequenceEqual(Unmask(text));
            },
            iter: 20_000);

        Assert.That(compared, Is.GreaterThan(1_000));
    }

    [Test]
    public void Strip_EveryCoveredCharacter_EqualsUnmasker()
    {
        for (int code = 0x80; code < 0x2000; code++)
        {
            if (code == 0xD0)
            {
                continue; // has no plain form in the table; its small letter, to which it is folded first, has
            }

            byte[] text = Encoding.UTF8.GetBytes(new string('x', code % 70) + new Rune(code) + new string('y', 40));
            byte[] expected = AccentFolding.Covers(code) ? Unmask(text) : Fold(text);

            Assert.That(Strip(text), Is.EqualTo(expected), $"U+{code:X4}");
        }
    }

    [Test]
    public void Strip_AnyBytes_KeepsWhatIsNoLetter() =>
        Gen.Byte.Array[0, 200].Sample(
            text =>
            {
                byte[] folded = Fold(text);
                byte[] expected = Slowly(folded);
                int length = AccentFolding.Strip(folded);
                return folded.AsSpan(0, length).SequenceEqual(expected);
            },
            iter: 20_000);

    private static byte[] Slowly(ReadOnlySpan<byte> folded)
    {
        List<byte> kept = [];
        while (!folded.IsEmpty)
        {
            bool isWhole = Rune.DecodeFromUtf8(folded, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if (isWhole && AccentFolding.Covers(rune.Value))
            {
                kept.Add((byte)(LookAlikes.Table.PlainOf(rune.Value)[0] | 0x20));
            }
            else
            {
                kept.AddRange(folded[..length]);
            }

            folded = folded[length..];
        }

        return [.. kept];
    }

    private static byte[] Strip(byte[] text)
    {
        byte[] folded = Fold(text);
        return folded[..AccentFolding.Strip(folded)];
    }

    private static byte[] Unmask(byte[] text)
    {
        var unmasked = new byte[(text.Length * 4) + 8192];
        int length = Unmasker.Unmask(text, unmasked, mostlyLatin: false, out _);
        return Fold(unmasked[..length]);
    }

    private static byte[] Fold(byte[] text)
    {
        bool afterSpace = true;
        var folded = new byte[text.Length + TextFolder.Slack];
        return folded[..TextFolder.Fold(text, folded, ref afterSpace)];
    }
}
