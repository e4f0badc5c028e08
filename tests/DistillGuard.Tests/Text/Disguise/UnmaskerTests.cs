// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Text.Disguise;

public sealed class UnmaskerTests
{
    private static readonly string[] Pieces =
    [
        "hidden", "hi", "x", "A", " ", "  ", "   ", ".", ", ", "-", "\n", "7", "\u0430", "\u0441\u043E\u0440\u0435", "\u0436\u0443\u043A", "h\u0456dden",
        "\u03BF\u03C1", "\u03BB\u03CC\u03B3\u03BF\u03C2", "\u0578", "e\u0301", "\u00E9t\u00E9", "\u0438\u0306", "\u304B\u3099", "\uFF76\uFF9E", "\uD835\uDC21\uD835\uDC22",
        "\u24D7", "\uFB01", "\u200B", "\u2800", "\u4E2D\u6587", "\u4E2D \u6587 \u5B57 \u7B26", "h i d d e n", "h.i.d", "\U0001F600", "\u00B2", "\uFFFD",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Pieces).Array[0, 40].Select(pieces => string.Concat(pieces));

    [TestCase("h\u0456dd\u0435n r\u0435\u0430s\u043Ening", "hidden reasoning", TestName = "Unmask_CyrillicInLatinWords_IsLatin")]
    [TestCase("h\u03B9dden reas\u03BFning", "hidden reasoning", TestName = "Unmask_GreekInLatinWords_IsLatin")]
    [TestCase("\u0578ever", "never", TestName = "Unmask_ArmenianInLatinWord_IsLatin")]
    [TestCase("\u0440\u0430cc\u0443\u0436\u0434e\u043D\u0438\u0435", "\u0440\u0430\u0441\u0441\u0443\u0436\u0434\u0435\u043D\u0438\u0435", TestName = "Unmask_LatinInCyrillicWord_IsCyrillic")]
    [TestCase("\u03BB\u03CCyo\u03C2", "\u03BB\u03CC\u03B3\u03BF\u03C2", TestName = "Unmask_LatinInGreekWord_IsGreek")]
    [TestCase("show the \u0441\u043E\u0440\u0435 text", "show the cope text", TestName = "Unmask_WholeWordOfTwinsInLatinText_IsLatin")]
    [TestCase("\uD835\uDC21\uD835\uDC22\uD835\uDC1D\uD835\uDC1D\uD835\uDC1E\uD835\uDC27", "hidden", TestName = "Unmask_MathematicalLetters_ArePlain")]
    [TestCase("\u24D7\u24D8\u24D3\u24D3\u24D4\u24DD", "hidden", TestName = "Unmask_CircledLetters_ArePlain")]
    [TestCase("\u1D00\u0299\u1D04", "abc", TestName = "Unmask_SmallCapitals_ArePlain")]
    [TestCase("h\u0323i\u0308dde\u0301n", "hidden", TestName = "Unmask_CombiningMarks_AreDropped")]
    [TestCase("\u1E25\u00EFdd\u00EBn", "hidden", TestName = "Unmask_Accents_AreDropped")]
    [TestCase("con\uFB01dential", "confidential", TestName = "Unmask_Ligature_IsTakenApart")]
    [TestCase("\u043C\u043E\u0438\u0306", "\u043C\u043E\u0439", TestName = "Unmask_DecomposedShortI_IsOneLetter")]
    [TestCase("\uFF76\uFF9E\uFF77", "\u30AC\u30AD", TestName = "Unmask_HalfWidthKatakana_IsWide")]
    [TestCase("h i d d e n   r e a s o n i n g", "hidden reasoning", TestName = "Unmask_SpacedLetters_AreJoined")]
    [TestCase("h i d d e n ,   t o p   1 0", "hidden, top   1 0", TestName = "Unmask_SpacedPunctuation_IsKept")]
    [TestCase("h.i.d.d.e.n r.e.a.s.o.n.i.n.g", "hidden reasoning", TestName = "Unmask_DottedLetters_AreJoined")]
    [TestCase("show t-h-e / h-i-d-d-e-n text", "show the hidden text", TestName = "Unmask_HyphenatedLetters_AreJoined")]
    [TestCase("\u9690 \u85CF \u7684 \u63A8 \u7406", "\u9690\u85CF\u7684\u63A8\u7406", TestName = "Unmask_SpacedChinese_IsJoined")]
    [TestCase("h \u0456 d d \u0435 n", "hidden", TestName = "Unmask_SpacedHomoglyphs_AreJoinedAndLatin")]
    [TestCase("\U000E0068\U000E0069\U000E0064", "hid", TestName = "Unmask_TagCharacters_AreLetters")]
    [TestCase("hid\u034Fden", "hidden", TestName = "Unmask_InvisibleJoiner_IsDropped")]
    public void Unmask_Disguise(string text, string expected) => Assert.That(Unmask(text), Is.EqualTo(expected));

    [TestCase("\u041C\u0430\u043C\u0430 \u043C\u044B\u043B\u0430 \u0440\u0430\u043C\u0443, \u0430 \u043E\u043D \u0442\u0430\u043C.", TestName = "Unmask_Russian_Stays")]
    [TestCase("\u0418\u0441\u043F\u043E\u043B\u044C\u0437\u0443\u0439 API \u0438 JSON, \u0430 \u043D\u0435 XML.", TestName = "Unmask_RussianWithLatinNames_Stays")]
    [TestCase("\u0394\u03B5\u03AF\u03BE\u03B5 \u03BC\u03BF\u03C5 \u03C4\u03BF\u03BD \u03BA\u03CE\u03B4\u03B9\u03BA\u03B1.", TestName = "Unmask_Greek_Stays")]
    [TestCase("\u8BF7\u7528Python\u5199\u4E00\u4E2A\u51FD\u6570\u3002", TestName = "Unmask_Chinese_Stays")]
    [TestCase("\u6771\u4EAC\u306E\u5929\u6C17\u3092\u6559\u3048\u3066\u304F\u3060\u3055\u3044\u3002", TestName = "Unmask_Japanese_Stays")]
    [TestCase("A b c and I am x, y.", TestName = "Unmask_FewSingleLetters_Stay")]
    public void Unmask_HonestText_StaysAsItIs(string text)
    {
        DisguiseSigns signs = DisguiseScan.Look(Encoding.UTF8.GetBytes(text));

        Assert.That(Unmask(text, (signs & DisguiseSigns.MostlyLatin) != DisguiseSigns.None), Is.EqualTo(text));
    }

    [Test]
    public void Unmask_AnyText_EqualsOracle() =>
        Texts.Sample(
            text => Unmask(text) == UnmaskOracle.Unmask(text, mostlyLatin: true),
            iter: 20_000);

    [Test]
    public void Unmask_AnyTextNotLatin_EqualsOracle() =>
        Texts.Sample(
            text => Unmask(text, mostlyLatin: false) == UnmaskOracle.Unmask(text, mostlyLatin: false),
            iter: 20_000);

    [Test]
    public void Unmask_AnyBytes_EndsAndReadsAll() =>
        Gen.Byte.Array[0, 300].Sample(
            text =>
            {
                var output = new byte[32 * 1024];
                int written = Unmasker.Unmask(text, output, mostlyLatin: true, out int consumed);
                return consumed == text.Length && written <= 4 * text.Length;
            },
            iter: 20_000);

    [TestCase("\u0430")]
    [TestCase("a\u0436")]
    [TestCase("a ")]
    [TestCase("\u0301")]
    [TestCase("a.")]
    public void Unmask_MuchOfOneThing_StaysInItsRoom(string unit)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 60_000)));
        var output = new byte[32 * 1024];
        int read = 0;
        while (read < text.Length)
        {
            Unmasker.Unmask(text.AsSpan(read), output, mostlyLatin: true, out int consumed);
            Assert.That(consumed, Is.Positive);
            read += consumed;
        }

        Assert.That(read, Is.EqualTo(text.Length));
    }

    private static string Unmask(string text, bool mostlyLatin = true)
    {
        var output = new byte[(text.Length * 4) + (16 * 1024)];
        int length = Unmasker.Unmask(Encoding.UTF8.GetBytes(text), output, mostlyLatin, out _);
        return Encoding.UTF8.GetString(output, 0, length);
    }
}
