// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Finds the ends of what fills a template, quotations, code and addresses, and tells the ends of sentences.</summary>
internal static class PieceSlots
{
    private const int FenceTicks = 3;

    /// <summary>Whether the rest of an address begins here.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> text) => text.StartsWith("://"u8);

    /// <summary>The place behind an address, full stops and closing marks at its end left out.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="start">Where :// stands.</param>
    public static int SkipAddress(ReadOnlySpan<byte> text, int start)
    {
        ReadOnlySpan<byte> rest = text[(start + "://"u8.Length)..];
        int length = rest.IndexOfAnyExceptInRange((byte)'!', (byte)'~');
        int mark = (length < 0 ? rest : rest[..length]).IndexOfAny("\"<>`"u8);
        length = mark >= 0 ? mark : length < 0 ? rest.Length : length;
        return start + "://"u8.Length + rest[..length].TrimEnd(".,;:!?)'"u8).Length;
    }

    /// <summary>Whether a full stop, question mark or colon ends a sentence, and where the next can begin.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="at">The place behind it; moved on over closing marks.</param>
    public static bool EndsSentence(ReadOnlySpan<byte> text, int start, ref int at)
    {
        int next = at;
        while (next < text.Length && ClosingLength(text[next..]) is > 0 and int length)
        {
            next += length;
        }

        if (next == text.Length || text[next] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at = next;
            return true;
        }

        int behind = at;
        return LetterTable.IsAlone(LetterTable.LookBack(text[..start])) || LetterTable.IsAlone(LetterTable.Look(text, ref behind));
    }

    /// <summary>The place behind a quotation, or behind its opening mark when it is none.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="start">Where the opening mark stands.</param>
    /// <param name="at">The place behind it.</param>
    /// <param name="mark">Which mark it is.</param>
    /// <param name="known">For each mark, how far it is known not to be closed.</param>
    public static int SkipQuote(ReadOnlySpan<byte> text, int start, int at, int mark, Span<int> known)
    {
        if (LetterTable.IsJoined(LetterTable.LookBack(text[..start])))
        {
            return at; // a mark of inches or feet, an apostrophe, a closing mark
        }

        int end = QuoteMarks.EndOf(text, at, mark, ref known[mark]);
        return end < 0 ? at : end;
    }

    /// <summary>The place behind code between back-ticks, or behind the ticks when it does not end.</summary>
    /// <remarks>One or two ticks hold code of a line; three and more hold a block.</remarks>
    public static int SkipCode(ReadOnlySpan<byte> text, int start)
    {
        int ticks = Ticks(text[start..]);
        int at = start + ticks;
        ReadOnlySpan<byte> rest = text[at..];
        if (ticks >= FenceTicks)
        {
            int fence = rest.IndexOf("```"u8);
            return fence < 0 ? at : at + fence + Ticks(rest[fence..]);
        }

        rest = rest[..Math.Min(rest.Length, QuoteMarks.Longest)];
        int end = ticks == 1 ? rest.IndexOfAny((byte)'`', (byte)'\n') : rest.IndexOf("``"u8);
        return end < 0 || rest[..(end + 1)].Contains((byte)'\n') ? at : at + end + ticks;
    }

    private static int Ticks(ReadOnlySpan<byte> text)
    {
        int ticks = text.IndexOfAnyExcept((byte)'`');
        return ticks < 0 ? text.Length : ticks;
    }

    private static int ClosingLength(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)')' or (byte)']' or (byte)'}' or (byte)'*' or (byte)'_' or (byte)'"' or (byte)'\'' => 1,
        0xC2 when text.StartsWith("»"u8) => 2,
        0xE2 when text.StartsWith("”"u8) || text.StartsWith("’"u8) => 3,
        _ => 0,
    };
}
