// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Text;

public sealed class FoldTests
{
    private static readonly string[] Pieces =
    [
        "a", "B", "Zz", " ", "  ", "\n", "\t\r\n", "        ", "\u00A0", "\u3000", "\u2003", "\u200B", "\uFEFF", "\u00AD", "\u2060",
        "\u0410\u0411\u042F", "\u0401\u0451", "\u0409", "\u00C0\u00DE\u00D7\u00F7", "\u0391\u0386\u03A9\u03A3\u03C2\u03AB", "\uFF21\uFF5A\uFF01",
        "\u201Cq\u201D", "\u2018s\u2019", "\u2014", "\u2026", "\u7ED9\u5B9A", "\u3042", "\U0001F600\uFE0F", "\u00AB\u00BB", "0123456789", "~!@{}[]",
        "\u0080", "\u2028", "The quick brown fox jumps over the lazy dog. ",
    ];

    private static readonly Gen<byte[]> Texts =
        Gen.OneOf(Pieces).Array[0, 60].Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    [Test]
    public void Fold_TextOfManyScripts_EqualsOracle() =>
        Texts.Sample(text => Fold(text).AsSpan().SequenceEqual(FoldOracle.Fold(text)), iter: 20_000);

    [Test]
    public void Fold_AnyBytes_EqualsOracle() =>
        Gen.Byte.Array[0, 200].Sample(text => Fold(text).AsSpan().SequenceEqual(FoldOracle.Fold(text)), iter: 20_000);

    [Test]
    public void Fold_AsciiWithSpaceRunsAtEveryOffset_EqualsOracle()
    {
        for (int offset = 0; offset < 70; offset++)
        {
            for (int run = 1; run < 70; run++)
            {
                byte[] text = Encoding.UTF8.GetBytes(new string('X', offset) + new string('\n', run) + "Yy  z" + new string('Q', 40));

                Assert.That(Fold(text), Is.EqualTo(FoldOracle.Fold(text)), $"offset {offset}, run {run}");
            }
        }
    }

    [Test]
    public void Fold_EveryCharacterOfTheBasicPlane_EqualsOracle()
    {
        for (int code = 0; code < 0x10000; code++)
        {
            if (!Rune.IsValid(code))
            {
                continue;
            }

            byte[] text = Encoding.UTF8.GetBytes("x" + new Rune(code) + "y");

            Assert.That(Fold(text), Is.EqualTo(FoldOracle.Fold(text)), $"U+{code:X4}");
        }
    }

    [Test]
    public void Fold_TextInTwoPieces_EqualsTheWhole() =>
        Gen.Select(Texts, Gen.Int[0, 1000]).Sample((text, seed) =>
        {
            int cut = text.Length == 0 ? 0 : seed % text.Length;
            while (cut > 0 && (text[cut] & 0xC0) == 0x80)
            {
                cut--;
            }

            bool afterSpace = true;
            var folded = new byte[text.Length + (2 * TextFolder.Slack)];
            int length = TextFolder.Fold(text.AsSpan(0, cut), folded, ref afterSpace);
            length += TextFolder.Fold(text.AsSpan(cut), folded.AsSpan(length), ref afterSpace);
            return folded.AsSpan(0, length).SequenceEqual(Fold(text));
        });

    [TestCase("\uFF29\uFF47\uFF4E\uFF4F\uFF52\uFF45", "ignore", TestName = "Fold_FullWidth_IsAscii")]
    [TestCase("hid\u200Bden\u00AD rea\u2060son", "hidden reason", TestName = "Fold_ZeroWidth_IsDropped")]
    [TestCase("\u041F\u0420\u0418\u0412\u0415\u0422, \u0401\u0416", "\u043F\u0440\u0438\u0432\u0435\u0442, \u0435\u0436", TestName = "Fold_Cyrillic_IsLower")]
    [TestCase("a \r\n\t\u00A0\u3000 b", "a b", TestName = "Fold_WhiteSpace_IsOneSpace")]
    public void Fold_Case(string text, string expected) =>
        Assert.That(Encoding.UTF8.GetString(Fold(Encoding.UTF8.GetBytes(text))), Is.EqualTo(expected));

    [Test]
    public void Fold_DestinationTooShort_Throws()
    {
        bool afterSpace = true;

        Assert.That(() => TextFolder.Fold(new byte[10], new byte[10], ref afterSpace), Throws.InstanceOf<ArgumentException>());
    }

    private static byte[] Fold(byte[] text)
    {
        bool afterSpace = true;
        var folded = new byte[text.Length + TextFolder.Slack];
        int length = TextFolder.Fold(text, folded, ref afterSpace);
        return folded[..length];
    }
}
