// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Tables;

/// <summary>Reads counts, bytes and variable-length numbers in order; refuses to read past the end.</summary>
internal ref struct PayloadReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    public PayloadReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _position = 0;
    }

    public readonly bool IsAtEnd => _position == _bytes.Length;

    public int ReadCount(int maximum)
    {
        ulong count = ReadVariable();
        return count <= (ulong)maximum
            ? (int)count
            : throw new InvalidDataException($"a count is {count}; at most {maximum} is accepted");
    }

    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (_bytes.Length - _position < count)
        {
            throw new InvalidDataException("it ends too early");
        }

        ReadOnlySpan<byte> part = _bytes.Slice(_position, count);
        _position += count;
        return part;
    }

    /// <summary>Reads seven bits a byte, lowest first; a set high bit means that more follows.</summary>
    public ulong ReadVariable()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte part = ReadBytes(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number is longer than 64 bits");
    }
}
