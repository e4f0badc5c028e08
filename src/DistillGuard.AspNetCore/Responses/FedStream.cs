// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Requests;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>A stream that is fed from one side and read from the other; it is empty for now, never at its end.</summary>
internal sealed class FedStream : ForwardStream
{
    private readonly byte[] _bytes = new byte[4 * 1024];
    private int _start;
    private int _end;

    /// <summary>Takes as many bytes as there is room for, once all earlier ones were read.</summary>
    /// <returns>How many.</returns>
    public int Feed(ReadOnlySpan<byte> bytes)
    {
        int count = Math.Min(bytes.Length, _bytes.Length);
        bytes[..count].CopyTo(_bytes);
        _start = 0;
        _end = count;
        return count;
    }

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _end - _start);
        _bytes.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }
}
