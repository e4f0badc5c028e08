// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Features;

public sealed class StyleReaderTests
{
    private const string Stock = "aZ z09,.\n\t -`é请Я(";

    [Test]
    public void Read_TextOfEveryLength_IsWhatASlowCountGives([Range(0, 200)] int length)
    {
        var chance = new Random(length);
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, length).Select(_ => Stock[chance.Next(Stock.Length)])));

        Assert.That(Numbers(StyleReader.Read(text)), Is.EqualTo(Slow(text)));
    }

    [Test]
    public void Read_AnyBytes_AreWhatASlowCountGives([Range(1, 50)] int seed)
    {
        byte[] text = new byte[500];
        new Random(seed).NextBytes(text);

        Assert.That(Numbers(StyleReader.Read(text)), Is.EqualTo(Slow(text)));
    }

    [TestCase("Почему трава зелёная", "Why is the grass gre")]
    [TestCase("Γιατί", "Hello")]
    public void Read_LettersOfTwoBytes_AreAsLongAsOthers(string text, string english) =>
        Assert.That(
            (StyleReader.Read(Encoding.UTF8.GetBytes(text)).Length, StyleReader.LengthOf(Encoding.UTF8.GetBytes(text))),
            Is.EqualTo((StyleReader.Read(Encoding.UTF8.GetBytes(english)).Length, english.Length)));

    [TestCase("lower case. ", StyleEdges.BeginsLow | StyleEdges.EndsWithSpace | StyleEdges.EndsWithStop)]
    [TestCase("Why?", StyleEdges.EndsWithQuestion)]
    [TestCase("为什么？\n", StyleEdges.EndsWithSpace | StyleEdges.EndsWithQuestion)]
    [TestCase("因为。", StyleEdges.EndsWithStop)]
    [TestCase("See:\n```\nx\n```", StyleEdges.HasFence)]
    [TestCase("Nothing", StyleEdges.None)]
    public void Read_Ends_AreMarked(string text, StyleEdges edges) =>
        Assert.That(StyleReader.Read(Encoding.UTF8.GetBytes(text)).Edges, Is.EqualTo(edges));

    private static int[] Numbers(PromptStyle style) => [style.Length, style.Lines, style.Digits, style.Marks, style.Capitals, style.WordLength];

    private static int[] Slow(byte[] text)
    {
        if (text.Length == 0)
        {
            return [0, 0, 0, 0, 0, 0];
        }

        string letters = string.Concat(text.Select(static value => value >= 0x80 || char.IsAsciiLetter((char)value) ? 'x' : ' '));
        int words = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return
        [
            (int)Math.Min(255, 16 * Math.Log2(text.Length - text.Count(static value => value is >= 0xC0 and < 0xE0))),
            (int)Math.Min(255, 16 * Math.Log2(1 + text.Count(static value => value == '\n'))),
            Share(text, static value => char.IsAsciiDigit((char)value)),
            Share(text, static value => value < 0x80 && value > ' ' && !char.IsAsciiLetterOrDigit((char)value)),
            Share(text, static value => char.IsAsciiLetterUpper((char)value)),
            Math.Min(255, 16 * (text.Length / Math.Max(1, words))),
        ];
    }

    private static int Share(byte[] text, Func<byte, bool> counts) => (int)(255 * Math.Sqrt((double)text.Count(counts) / text.Length));
}
