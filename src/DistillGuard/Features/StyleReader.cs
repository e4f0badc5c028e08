// SPDX-License-Identifier: MIT

namespace DistillGuard.Features;

/// <summary>Measures <see cref="PromptStyle"/>: one pass, 32 bytes at a time. Stateless; allocates nothing.</summary>
internal static class StyleReader
{
    public static PromptStyle Read(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        int digits = 0;
        int capitals = 0;
        int lines = 1;
        int words = 0;
        int marks = 0;
        bool inWord = false;
        foreach (byte value in text)
        {
            bool isLetter = value >= 0x80 || (uint)((value | 0x20) - 'a') < 26;
            bool isDigit = (uint)(value - '0') < 10;
            bool isSpace = value <= ' ';
            digits += isDigit ? 1 : 0;
            capitals += (uint)(value - 'A') < 26 ? 1 : 0;
            lines += value == '\n' ? 1 : 0;
            marks += !isLetter && !isDigit && !isSpace ? 1 : 0;
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
        }

        return new PromptStyle
        {
            Length = Log(text.Length),
            Lines = Log(lines),
            Digits = Share(digits, text.Length),
            Marks = Share(marks, text.Length),
            Capitals = Share(capitals, text.Length),
            WordLength = (byte)Math.Min(255, 16 * (text.Length / Math.Max(1, words))),
            Edges = Edges(text),
        };
    }

    private static byte Log(int value) => (byte)Math.Min(255, 16 * Math.Log2(value));

    private static byte Share(int count, int all) => (byte)(255 * Math.Sqrt((double)count / all));

    private static StyleEdges Edges(ReadOnlySpan<byte> text)
    {
        StyleEdges edges = (uint)(text[0] - 'a') < 26 ? StyleEdges.BeginsLow : StyleEdges.None;
        edges |= text[^1] <= ' ' ? StyleEdges.EndsWithSpace : StyleEdges.None;
        text = text.TrimEnd(" \n\r\t"u8);
        edges |= text.EndsWith("."u8) || text.EndsWith("。"u8) ? StyleEdges.EndsWithStop : StyleEdges.None;
        edges |= text.EndsWith("?"u8) || text.EndsWith("？"u8) ? StyleEdges.EndsWithQuestion : StyleEdges.None;
        edges |= text.IndexOf("```"u8) >= 0 ? StyleEdges.HasFence : StyleEdges.None;
        return edges;
    }
}
