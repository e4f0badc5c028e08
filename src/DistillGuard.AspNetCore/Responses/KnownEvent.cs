// SPDX-License-Identifier: MIT

using System.Buffers.Binary;

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
    private const int HeadLength = 3;

    // Pieces, each behind its head: its length in two bytes, and what follows it. All in one place: between two events of a stream much else happens, and
    // every line of memory that is needed has to come from afar.
    private readonly byte[] _pieces = new byte[Room + ((SieveGaps.Capacity + 1) * HeadLength)];
    private bool _isKnown;

    private enum Follows : byte
    {
        Nothing,
        Text,
        Literal,
    }

    /// <summary>Forgets it.</summary>
    public void Clear() => _isKnown = false;

    /// <summary>Remembers an event.</summary>
    /// <param name="data">Its data: a whole JSON value.</param>
    /// <param name="gaps">Where the values stand in it that may be others next time.</param>
    public void Learn(ReadOnlySpan<byte> data, SieveGaps gaps)
    {
        _isKnown = !gaps.AreTooMany && data.Length <= Room;
        if (!_isKnown)
        {
            return;
        }

        Span<byte> room = _pieces;
        int from = 0;
        foreach (SieveGap gap in gaps.All)
        {
            room = Add(room, data[from..gap.Start], gap.IsText ? Follows.Text : Follows.Literal);
            from = gap.End;
        }

        Add(room, data[from..], Follows.Nothing);
    }

    /// <summary>How long the data is that begins here, if it is of this form and its line ends behind it; else 0.</summary>
    public int Match(ReadOnlySpan<byte> text)
    {
        if (!_isKnown)
        {
            return 0;
        }

        ReadOnlySpan<byte> pieces = _pieces;
        int at = 0;
        while (true)
        {
            var follows = (Follows)pieces[sizeof(ushort)];
            ReadOnlySpan<byte> piece = pieces.Slice(HeadLength, BinaryPrimitives.ReadUInt16LittleEndian(pieces));
            if (!text[at..].StartsWith(piece))
            {
                return 0;
            }

            at += piece.Length;
            if (follows == Follows.Nothing)
            {
                return at < text.Length && text[at] is (byte)'\n' or (byte)'\r' ? at : 0;
            }

            at = follows == Follows.Text ? EndOfText(text, at) : EndOfLiteral(text, at);
            pieces = pieces[(HeadLength + piece.Length)..];
        }
    }

    private static Span<byte> Add(Span<byte> room, ReadOnlySpan<byte> piece, Follows follows)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(room, (ushort)piece.Length);
        room[sizeof(ushort)] = (byte)follows;
        piece.CopyTo(room[HeadLength..]);
        return room[(HeadLength + piece.Length)..];
    }

    // The closing quote; the end of what is there when the line ends before it.
    private static int EndOfText(ReadOnlySpan<byte> text, int start)
    {
        int position = JsonStops.OfString(text, start);
        while (position < text.Length && text[position] == (byte)'\\')
        {
            position = JsonStops.OfString(text, Math.Min(position + 2, text.Length));
        }

        return text[start..position].ContainsAnyInRange((byte)0, (byte)(' ' - 1)) ? text.Length : position;
    }

    private static int EndOfLiteral(ReadOnlySpan<byte> text, int position) =>
        position < text.Length && JsonStops.BeginsLiteral(text[position]) ? JsonStops.OfLiteral(text, position) : text.Length;
}
