// SPDX-License-Identifier: MIT

using System.Buffers;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Cuts a byte stream into lines inside one pooled buffer that grows to the longest line met and never beyond a limit.
/// </summary>
internal sealed class LineReader : IDisposable
{
    private const int FirstCapacity = 64 * 1024;

    private readonly Stream _stream;
    private readonly int _limit;
    private byte[] _buffer;
    private int _capacity;
    private int _lineStart;
    private int _lineLength;
    private int _next;
    private int _end;
    private bool _isAtEnd;

    public LineReader(Stream stream, int limit)
    {
        _stream = stream;
        _limit = limit;
        _capacity = Math.Min(FirstCapacity, limit);
        _buffer = ArrayPool<byte>.Shared.Rent(_capacity);
    }

    /// <summary>Number of the line read last, counted from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Bytes taken from the stream.</summary>
    public long Position { get; private set; }

    /// <summary>
    /// The line read last, without its line end and without a byte order mark; valid until the next read.
    /// </summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    public LineStatus Read()
    {
        _lineLength = 0;
        int searched = _next;
        while (true)
        {
            int found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(searched + found, searched + found + 1);
            }

            searched = _end;
            if (_isAtEnd)
            {
                return _next == _end ? LineStatus.End : Take(_end, _end);
            }

            if (_end - _next == _limit)
            {
                PassOver();
                return LineStatus.TooLong;
            }

            searched -= MakeRoom();
            Fill();
        }
    }

    /// <summary>Gives the buffer back, wiped: it holds what customers wrote.</summary>
    public void Dispose()
    {
        if (_buffer.Length == 0)
        {
            return;
        }

        _lineLength = 0;
        _next = _end = 0;
        _isAtEnd = true;
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _stream.Dispose();
    }

    private LineStatus Take(int lineEnd, int next)
    {
        _lineStart = _next;
        _next = next;
        LineNumber++;
        if (LineNumber == 1 && _buffer.AsSpan(_lineStart, lineEnd - _lineStart).StartsWith("\uFEFF"u8))
        {
            _lineStart += "\uFEFF"u8.Length;
        }

        _lineLength = lineEnd - _lineStart;
        if (_lineLength > 0 && _buffer[lineEnd - 1] == '\r')
        {
            _lineLength--;
        }

        return LineStatus.Line;
    }

    private void PassOver()
    {
        LineNumber++;
        while (true)
        {
            _next = _end = 0;
            if (!Fill())
            {
                return;
            }

            int found = _buffer.AsSpan(0, _end).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _next = found + 1;
                return;
            }
        }
    }

    /// <summary>Moves the unfinished line to the front, or grows the buffer when it fills it.</summary>
    /// <returns>By how many bytes the line moved.</returns>
    private int MakeRoom()
    {
        if (_end < _capacity)
        {
            return 0;
        }

        int moved = _next;
        int length = _end - _next;
        if (length <= _capacity / 2 || _capacity == _limit)
        {
            _buffer.AsSpan(_next, length).CopyTo(_buffer);
        }
        else
        {
            _capacity = (int)Math.Min(_limit, _capacity * 2L);
            byte[] larger = ArrayPool<byte>.Shared.Rent(_capacity);
            _buffer.AsSpan(_next, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        _next = 0;
        _end = length;
        return moved;
    }

    private bool Fill()
    {
        int count = _stream.Read(_buffer.AsSpan(_end, _capacity - _end));
        _end += count;
        Position += count;
        _isAtEnd = count == 0;
        return !_isAtEnd;
    }
}
