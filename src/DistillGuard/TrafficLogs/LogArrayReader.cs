// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.TrafficLogs;

/// <summary>Walks the elements of an array that stands in a line.</summary>
internal ref struct LogArrayReader
{
    private readonly int _start;
    private Utf8JsonReader _reader;

    public LogArrayReader(LogValue array, ReadOnlySpan<byte> line)
    {
        _start = array.Start;
        _reader = new Utf8JsonReader(array.In(line), LineScanner.Json);
        _reader.Read();
    }

    /// <summary>Steps to the next element. After one that is an array or object itself, the walk must end.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Read(out LogValue element)
    {
        element = default;
        if (!_reader.Read() || _reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        LogValueKind kind = LineScanner.Kind(_reader.TokenType);
        int quotationMark = kind == LogValueKind.Text ? 1 : 0;
        element = new LogValue(
            kind,
            _start + (int)_reader.TokenStartIndex + quotationMark,
            _reader.ValueSpan.Length,
            _reader.ValueIsEscaped);
        return true;
    }
}
