// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text;

public sealed class LetterTableTests
{
    [TestCase("a", "a")]
    [TestCase("Z", "z")]
    [TestCase("É", "e")]
    [TestCase("ế", "e")]
    [TestCase("Ø", "o")]
    [TestCase("ł", "l")]
    [TestCase("Đ", "d")]
    [TestCase("ı", "i")]
    [TestCase("İ", "i")]
    [TestCase("ß", "ß")]
    [TestCase("ẞ", "ß")]
    [TestCase("Å", "a", Description = "the sign for angstrom")]
    [TestCase("K", "k", Description = "the sign for kelvin")]
    [TestCase("Ж", "ж")]
    [TestCase("Ё", "е")]
    [TestCase("Й", "и")]
    [TestCase("Ї", "і")]
    [TestCase("Ώ", "ω")]
    [TestCase("ς", "σ")]
    [TestCase("Ｑ", "q")]
    [TestCase("ｑ", "q")]
    [TestCase("ガ", "カ")]
    [TestCase("ぱ", "は")]
    [TestCase("ｶ", "カ")]
    [TestCase("ｰ", "ー")]
    [TestCase("أ", "ا")]
    [TestCase("ی", "ي")]
    [TestCase("ک", "ك")]
    [TestCase("中", "中")]
    [TestCase("한", "한")]
    [TestCase("ह", "ह")]
    public void Look_Letter_GivesItsFoldedForm(string letter, string folded) => Assert.That(Look(letter), Is.EqualTo((int)folded[0]));

    [TestCase(" ", LetterTable.None)]
    [TestCase(",", LetterTable.None)]
    [TestCase("，", LetterTable.None)]
    [TestCase("・", LetterTable.None)]
    [TestCase("［", LetterTable.None)]
    [TestCase("👍", LetterTable.None)]
    [TestCase("𝒜", LetterTable.None)]
    [TestCase("𠀀", LetterTable.None)]
    [TestCase("7", LetterTable.Digit)]
    [TestCase("７", LetterTable.Digit)]
    [TestCase("٣", LetterTable.Digit)]
    [TestCase("\u0301", LetterTable.Mark)]
    [TestCase("\u200d", LetterTable.Mark)]
    [TestCase("\uFE0F", LetterTable.Mark)]
    [TestCase("\U000E0101", LetterTable.Mark)]
    [TestCase("ـ", LetterTable.Mark)]
    [TestCase("ﾞ", LetterTable.Mark)]
    [TestCase("’", LetterTable.Apostrophe)]
    [TestCase("\n", LetterTable.End)]
    [TestCase("。", LetterTable.End)]
    [TestCase("：", LetterTable.End)]
    [TestCase(".", LetterTable.EndBeforeSpace)]
    [TestCase("؟", LetterTable.EndBeforeSpace)]
    [TestCase("`", LetterTable.Code)]
    [TestCase("'", LetterTable.FirstQuote + QuoteMarks.PlainSingle)]
    public void Look_OtherCharacter_GivesItsClass(string character, int entry) => Assert.That(Look(character), Is.EqualTo(entry));

    [Test]
    public void Look_EveryScalarValue_IsALetterExactlyWhereUnicodeSaysSo()
    {
        int[] marks = [0x640, 0xFF9E, 0xFF9F]; // letters to Unicode, accents to us
        int[] wrong =
        [
            .. Enumerable.Range(0, 0x10000).Where(value => Rune.IsValid(value) && !marks.Contains(value))
                .Where(value => Look(new Rune(value).ToString()) >= LetterTable.FirstLetter != Rune.IsLetter(new Rune(value))),
        ];

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Look_EveryFoldedLetter_FoldsToItself()
    {
        int[] wrong =
        [
            .. Enumerable.Range(0, 0x10000).Where(Rune.IsValid).Select(value => Look(new Rune(value).ToString()))
                .Where(entry => entry >= LetterTable.FirstLetter && Look(((char)entry).ToString()) != entry),
        ];

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Look_EverySequenceOfThreeBytesOrFewer_StepsAsTheDecoderDoes()
    {
        byte[] interesting = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xD0, 0xDF, 0xE0, 0xE1, 0xE4, 0xED, 0xEE, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF];
        var wrong = new List<string>();
        foreach (byte[] bytes in
            from first in interesting
            from second in interesting
            from third in interesting
            from length in Enumerable.Range(1, 3)
            select new[] { first, second, third }[..length])
        {
            bool isWhole = Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            int at = 0;
            int entry = LetterTable.Look(bytes, ref at);
            if (at != length || (!isWhole && entry != LetterTable.None) || (isWhole && entry != Look(rune.ToString())))
            {
                wrong.Add(Convert.ToHexString(bytes));
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("", LetterTable.None)]
    [TestCase("ab", 'b')]
    [TestCase("aЖ", 'ж')]
    [TestCase("a中", '中')]
    [TestCase("a👍", LetterTable.None)]
    [TestCase("a\u0301", LetterTable.Mark)]
    public void LookBack_Text_GivesItsLastCharacter(string text, int entry) =>
        Assert.That((int)LetterTable.LookBack(Encoding.UTF8.GetBytes(text)), Is.EqualTo(entry));

    [TestCase("中", true)]
    [TestCase("々", true)]
    [TestCase("ー", true)]
    [TestCase("ｶ", true)]
    [TestCase("한", false)]
    [TestCase("a", false)]
    public void IsAlone_Letter_IsTrueOfChineseAndKana(string letter, bool isAlone) =>
        Assert.That(LetterTable.IsAlone((ushort)Look(letter)), Is.EqualTo(isAlone));

    private static int Look(string text)
    {
        int at = 0;
        return LetterTable.Look(Encoding.UTF8.GetBytes(text), ref at);
    }
}
