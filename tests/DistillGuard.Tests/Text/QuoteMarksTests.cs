// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text;

public sealed class QuoteMarksTests
{
    [TestCase("\"a\" b", "\"a\"")]
    [TestCase("“a” b", "“a”")]
    [TestCase("„a“ b", "„a“")]
    [TestCase("„a” b", "„a”")]
    [TestCase("«a» b", "«a»")]
    [TestCase("»a« b", "»a«")]
    [TestCase("”a” b", "”a”")]
    [TestCase("「a」 b", "「a」")]
    [TestCase("『a』 b", "『a』")]
    [TestCase("《a》 b", "《a》")]
    [TestCase("‘a’ b", "‘a’")]
    [TestCase("'a' b", "'a'")]
    [TestCase("'don't' b", "'don't'")]
    [TestCase("‘don’t’ b", "‘don’t’")]
    [TestCase("‘不’对", "‘不’", Description = "a character that stands alone may follow")]
    [TestCase("“a ‘b’ «c»” d", "“a ‘b’ «c»”", Description = "quotations of other kinds inside")]
    [TestCase("«a «b» c", "«a «b»", Description = "of the same kind: the first closing mark")]
    [TestCase("\"\" b", "\"\"")]
    public void EndOf_Quotation_IsBehindItsClosingMark(string text, string quotation) =>
        Assert.That(EndOf(text), Is.EqualTo(Encoding.UTF8.GetByteCount(quotation)));

    [TestCase("\"a b")]
    [TestCase("“a\nb”")]
    [TestCase("“a“ b")]
    [TestCase("'tis the dogs'bowl")]
    [TestCase("\"")]
    public void EndOf_NotClosedOnItsLine_IsNone(string text) => Assert.That(EndOf(text), Is.EqualTo(-1));

    [TestCase(0, true)]
    [TestCase(1, false)]
    public void EndOf_LongQuotation_HasItsLimit(int more, bool isQuotation) =>
        Assert.That(EndOf("\"" + new string('a', QuoteMarks.Longest - 1 + more) + "\"") > 0, Is.EqualTo(isQuotation));

    [Test]
    public void EndOf_NotClosed_TellsHowFarThatIsKnown()
    {
        int known = 0;
        _ = QuoteMarks.EndOf("“aa\nb”"u8, "“"u8.Length, QuoteMarks.IndexOf('“'), ref known);

        Assert.That(known, Is.EqualTo("“aa"u8.Length));
    }

    [Test]
    public void EndOf_KnownNotToBeClosedNear_LooksBehindThatOnly()
    {
        int known = 10;
        int end = QuoteMarks.EndOf("“a” 567890“b”"u8, "“"u8.Length, QuoteMarks.IndexOf('“'), ref known);

        Assert.That(end, Is.EqualTo("“a” 567890“b”"u8.Length), "what is known is not searched again");
    }

    private static int EndOf(string text)
    {
        int known = 0;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return QuoteMarks.EndOf(bytes, Encoding.UTF8.GetByteCount(text[..1]), QuoteMarks.IndexOf(text[0]), ref known);
    }
}
