// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>The marks between which a quotation stands, in the languages' own manners, and where a quotation ends.</summary>
/// <remarks>
/// A quotation ends at the first closing mark, on its line and within <see cref="Longest"/> bytes; without one there is no quotation.
/// A single quotation mark closes only where no letter or digit follows, for it may be an apostrophe.
/// </remarks>
internal static class QuoteMarks
{
    /// <summary>Longest quotation, in bytes, its closing mark included.</summary>
    public const int Longest = 1000;

    // Opening marks and what closes them, place by place; the first is told from an apostrophe by what stands around it.
    private const string Opening = "'\"“„«»”「『《‘";
    private const string Closing = "'\"”“»«”」』》’";
    private const char HighNine = '„'; // closed by either curly mark: “ in German and Russian, ” in Polish and Hungarian

    /// <summary>Place of the plain single mark, which is also the apostrophe.</summary>
    public const int PlainSingle = 0;

    /// <summary>How many opening marks there are.</summary>
    public static int Count => Opening.Length;

    private static readonly byte[][] ClosingBytes = [.. Closing.Select(static mark => System.Text.Encoding.UTF8.GetBytes([mark]))];
    private static readonly byte[] OtherLastBytes = [.. Opening.Select(static (mark, i) => mark == HighNine ? (byte)0x9D : ClosingBytes[i][^1])];

    /// <summary>The place of a character among the opening marks, -1 if it is none.</summary>
    public static int IndexOf(char mark) => Opening.IndexOf(mark, StringComparison.Ordinal);

    /// <summary>The place behind a quotation; -1 when it does not end.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="at">The place behind the opening mark.</param>
    /// <param name="mark">Place of the opening mark among its kind.</param>
    /// <param name="known">
    /// How far it is known that no such quotation ends; moved on. Without it a text of nothing but opening marks would be searched over and
    /// over.
    /// </param>
    public static int EndOf(ReadOnlySpan<byte> text, int at, int mark, ref int known)
    {
        ReadOnlySpan<byte> near = text[..Math.Min(text.Length, at + Longest)];
        byte[] closing = ClosingBytes[mark];
        int from = Math.Max(at, known);
        while (from < near.Length)
        {
            int next = near[from..].IndexOfAny(closing[^1], OtherLastBytes[mark], (byte)'\n');
            if (next < 0)
            {
                break;
            }

            known = from + next;
            if (near[known] == '\n')
            {
                return -1;
            }

            from = known + 1;
            if (near[at..known].EndsWith(closing.AsSpan()[..^1]) && !(IsSingle(mark) && IsInsideWord(text[from..])))
            {
                return from;
            }
        }

        known = Math.Max(known, near.Length);
        return -1;
    }

    private static bool IsSingle(int mark) => Closing[mark] is '\'' or '’';

    private static bool IsInsideWord(ReadOnlySpan<byte> rest)
    {
        int at = 0;
        return !rest.IsEmpty && LetterTable.IsJoined(LetterTable.Look(rest, ref at));
    }
}
