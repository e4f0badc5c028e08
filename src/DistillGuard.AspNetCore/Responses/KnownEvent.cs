// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>
/// What the last event that told nothing looks like, except for the values that nobody reads. Of a streamed answer nearly every event differs from the one
/// before it in a few letters of text; it is compared and stepped over instead of being read.
/// </summary>
/// <remarks>
/// It holds names, marks and the values that are read, never a text of an answer. Right only as long as a value that is not wanted stays unwanted. Reused from
/// answer to answer; not thread-safe. Oracle: an <see cref="AnswerReader"/> that is given the stream byte by byte, and so never knows an event.
/// </remarks>
internal sealed class KnownEvent
{
    private const int Room = 1024;

    private readonly byte[] _fixed = new byte[Room];
    private readonly SieveGap[] _gaps = new SieveGap[SieveGaps.Capacity];
    private int _length;
    private int _count;

    /// <summary>Forgets it.</summary>
    public void Clear() => _length = 0;

    /// <summary>Remembers an event.</summary>
    /// <param name="data">Its data: a whole JSON value.</param>
    /// <param name="gaps">Where the values stand in it that may be others next time.</param>
    public void Learn(ReadOnlySpan<byte> data, SieveGaps gaps)
    {
        _length = 0;
        if (gaps.AreTooMany || data.Length > Room)
        {
            return;
        }

        int from = 0;
        int length = 0;
        foreach (SieveGap gap in gaps.All)
        {
            data[from..gap.Start].CopyTo(_fixed.AsSpan(length));
            length += gap.Start - from;
            from = gap.End;
        }

        data[from..].CopyTo(_fixed.AsSpan(length));
        gaps.All.CopyTo(_gaps);
        _count = gaps.All.Length;
        _length = length + data.Length - from;
    }

    /// <summary>How long the data is that begins here, if it is of this form and its line ends behind it; else 0.</summary>
    public int Match(ReadOnlySpan<byte> text)
    {
        if (_length == 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = _fixed.AsSpan(0, _length);
        int at = 0;
        int from = 0;
        foreach (SieveGap gap in _gaps.AsSpan(0, _count))
        {
            int length = gap.Start - from;
            if (!text[at..].StartsWith(rest[..length]))
            {
                return 0;
            }

            at = gap.IsText ? EndOfText(text, at + length) : EndOfLiteral(text, at + length);
            rest = rest[length..];
            from = gap.End;
        }

        if (!text[at..].StartsWith(rest))
        {
            return 0;
        }

        at += rest.Length;
        return at < text.Length && text[at] is (byte)'\n' or (byte)'\r' ? at : 0;
    }

    // The closing quote; the end of what is there when the line ends before it.
    private static int EndOfText(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length)
        {
            position = JsonStops.OfStringInLine(text, position);
            if (position == text.Length || text[position] == (byte)'"')
            {
                return position;
            }

            position++;
            if (text[position - 1] != (byte)'\\' || position == text.Length || text[position] < ' ')
            {
                break;
            }

            position++;
        }

        return text.Length;
    }

    private static int EndOfLiteral(ReadOnlySpan<byte> text, int position) =>
        position < text.Length && JsonStops.BeginsLiteral(text[position]) ? JsonStops.OfLiteral(text, position) : text.Length;
}
