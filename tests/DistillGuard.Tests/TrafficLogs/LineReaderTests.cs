// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.TrafficLogs;

public sealed class LineReaderTests
{
    [TestCase("", "")]
    [TestCase("a", "a")]
    [TestCase("a\n", "a")]
    [TestCase("a\nb", "a|b")]
    [TestCase("a\r\nb\r\n", "a|b")]
    [TestCase("a\n\nb\n", "a||b")]
    [TestCase("\uFEFFa\nb", "a|b")]
    [TestCase("\uFEFF\nb", "|b")]
    [TestCase("\r\n", "")]
    [TestCase("a\rb\n", "a\rb")]
    public void Read_Text_GivesItsLines(string text, string expected) =>
        Assert.That(Lines(text, chunk: 100, limit: 1000), Is.EqualTo(expected));

    [Test]
    public void Read_LineOfTheLimitWithItsEnd_IsGiven() =>
        Assert.That(Lines(new string('x', 255) + "\nb\n", 100, limit: 256), Is.EqualTo(new string('x', 255) + "|b"));

    [Test]
    public void Read_LineLongerThanTheLimit_IsPassedOver() =>
        Assert.That(Lines("a\n" + new string('x', 256) + "\nb\n", 100, limit: 256), Is.EqualTo("a|too long|b"));

    [Test]
    public void Read_LastLineLongerThanTheLimit_IsPassedOver() =>
        Assert.That(Lines("a\n" + new string('x', 5000), 100, limit: 256), Is.EqualTo("a|too long"));

    [Test]
    public void LineNumber_AfterBlankAndLongLines_CountsThem()
    {
        using var reader = new LineReader(Stream("\n" + new string('x', 500) + "\nb", 7), 256);
        while (reader.Line is not [(byte)'b'])
        {
            reader.Read();
        }

        Assert.That(reader.LineNumber, Is.EqualTo(3));
    }

    [Test]
    public void Read_AnyTextInAnyPieces_GivesWhatSplitGives() =>
        Gen.Select(Gen.String[Gen.Char["ab\n"], 0, 3000], Gen.Int[1, 900]).Sample(
            (text, chunk) =>
            {
                string[] split = text.Split('\n');
                IEnumerable<string> lines = split[^1].Length == 0 ? split[..^1] : split;
                return Lines(text, chunk, limit: 4096) == string.Join('|', lines);
            },
            iter: 3_000);

    [Test]
    public void Read_AnyTextWithALowLimit_PassesOverTheLongLinesOnly() =>
        Gen.Select(Gen.Int[0, 700].Array[0, 20], Gen.Int[1, 900]).Sample(
            (lengths, chunk) =>
            {
                string text = string.Concat(lengths.Select(static length => new string('x', length) + "\n"));
                string expected = string.Join(
                    '|', lengths.Select(static length => length + 1 > 256 ? "too long" : new string('x', length)));
                return Lines(text, chunk, limit: 256) == expected;
            },
            iter: 3_000);

    private static ChunkedStream Stream(string text, int chunk) => new(Encoding.UTF8.GetBytes(text), chunk);

    private static string Lines(string text, int chunk, int limit)
    {
        using var reader = new LineReader(Stream(text, chunk), limit);
        var lines = new List<string>();
        LineStatus status;
        while ((status = reader.Read()) != LineStatus.End)
        {
            lines.Add(status == LineStatus.TooLong ? "too long" : Encoding.UTF8.GetString(reader.Line));
        }

        return string.Join('|', lines);
    }
}
