// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>Cuts JSON Lines that arrive in pieces into items. Blank lines are none. Not thread-safe.</summary>
internal sealed class LineCutter : IDisposable
{
    private readonly ItemBuffer _line;
    private readonly IBatchSink _sink;

    public LineCutter(int bound, IBatchSink sink)
    {
        _line = new ItemBuffer(bound);
        _sink = sink;
    }

    /// <summary>Whether no more items are wanted.</summary>
    public bool IsOver { get; private set; }

    public void Read(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && !IsOver)
        {
            int end = text.IndexOf((byte)'\n');
            if (end < 0)
            {
                _line.Add(text);
                return;
            }

            _line.Add(text[..end]);
            EndLine();
            text = text[(end + 1)..];
        }
    }

    /// <summary>Ends the last line, which may have no line feed.</summary>
    public void End() => EndLine();

    public void Dispose() => _line.Dispose();

    private void EndLine()
    {
        if (IsOver)
        {
            return;
        }

        if (_line.IsTooLong)
        {
            _sink.LargeItem();
        }
        else if (_line.Bytes.Span.ContainsAnyExcept(" \t\r"u8))
        {
            IsOver = !_sink.Item(_line.Bytes);
        }

        _line.Clear();
    }
}
