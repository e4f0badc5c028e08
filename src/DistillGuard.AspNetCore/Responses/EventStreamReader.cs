// SPDX-License-Identifier: MIT

using System.Buffers;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>
/// Reads server-sent events that arrive in pieces, cut anywhere, and hands their data on at once: an event is never kept, however long its lines are.
/// </summary>
/// <remarks>As the WHATWG standard has it: lines end with LF, CR or both, one space after the colon is dropped, comments and unknown fields are ignored. Not thread-safe.</remarks>
internal sealed class EventStreamReader
{
    private const int NameLength = 4;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(":\r\n"u8);

    private readonly IEventSink _sink;
    private readonly byte[] _name = new byte[NameLength];
    private EventLine _line;
    private int _nameLength;
    private int _markLength;
    private bool _hasData;
    private bool _isAfterReturn;

    public EventStreamReader(IEventSink sink) => _sink = sink;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Begins a new stream.</summary>
    public void Reset()
    {
        _line = EventLine.Mark;
        _nameLength = 0;
        _markLength = 0;
        _hasData = false;
        _isAfterReturn = false;
    }

    /// <summary>Reads on.</summary>
    public void Read(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            text = text[(_line switch
            {
                EventLine.Mark => ReadMark(text[0]),
                EventLine.Name => ReadName(text),
                EventLine.Space => ReadSpace(text[0]),
                _ => ReadValue(text),
            })..];
        }
    }

    private int ReadMark(byte next)
    {
        if (next == ByteOrderMark[_markLength])
        {
            _markLength++;
            _line = _markLength == ByteOrderMark.Length ? EventLine.Name : EventLine.Mark;
            return 1;
        }

        // Half a mark is the beginning of a field that nobody knows.
        _nameLength = _markLength > 0 ? NameLength + 1 : 0;
        _line = EventLine.Name;
        return 0;
    }

    private int ReadName(ReadOnlySpan<byte> text)
    {
        byte next = text[0];
        if (_isAfterReturn)
        {
            _isAfterReturn = false;
            if (next == (byte)'\n')
            {
                return 1;
            }
        }

        // How nearly every line begins.
        if (_nameLength == 0 && text.StartsWith("data: "u8))
        {
            BeginData();
            _line = EventLine.Data;
            return "data: "u8.Length + _sink.StepOver(text["data: "u8.Length..]);
        }

        if (_nameLength == 0 && text.StartsWith("event: "u8))
        {
            _line = EventLine.Ignored;
            return "event: "u8.Length;
        }

        switch (next)
        {
            case (byte)'\r' or (byte)'\n':
                EndNameOnly();
                EndLine(next);
                return 1;
            case (byte)':':
                _line = IsData() ? EventLine.Space : EventLine.Ignored;
                return 1;
            default:
                return TakeName(text);
        }
    }

    private int TakeName(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAny(NameEnds);
        ReadOnlySpan<byte> piece = length < 0 ? text : text[..length];
        if (_nameLength < NameLength)
        {
            piece[..Math.Min(piece.Length, NameLength - _nameLength)].CopyTo(_name.AsSpan(_nameLength));
        }

        _nameLength = Math.Min(_nameLength + piece.Length, NameLength + 1);
        return piece.Length;
    }

    private int ReadSpace(byte next)
    {
        BeginData();
        _line = EventLine.Data;
        return next == (byte)' ' ? 1 : 0;
    }

    private int ReadValue(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAny(LineEnds);
        ReadOnlySpan<byte> piece = length < 0 ? text : text[..length];
        if (_line == EventLine.Data && !piece.IsEmpty)
        {
            _sink.Data(piece);
        }

        if (length < 0)
        {
            return text.Length;
        }

        EndLine(text[length]);
        return length + 1;
    }

    private bool IsData() => _nameLength == NameLength && _name.AsSpan().SequenceEqual("data"u8);

    // An empty line ends the event; a name alone is a field without a value.
    private void EndNameOnly()
    {
        if (_nameLength == 0)
        {
            if (_hasData)
            {
                _sink.EndEvent();
            }

            _hasData = false;
        }
        else if (IsData())
        {
            BeginData();
        }
    }

    private void BeginData()
    {
        if (_hasData)
        {
            _sink.Data("\n"u8);
        }

        _hasData = true;
    }

    private void EndLine(byte end)
    {
        _isAfterReturn = end == (byte)'\r';
        _nameLength = 0;
        _line = EventLine.Name;
    }
}
