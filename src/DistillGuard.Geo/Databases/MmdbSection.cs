// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Databases;

/// <summary>Reads the values of a data or metadata section. Used while a file is loaded, never per request.</summary>
/// <remarks>Every read is checked against the section's end; skipping is linear, so a hostile file costs time, not memory.</remarks>
internal readonly ref struct MmdbSection
{
    private const int FirstExtendedType = 7;

    private readonly ReadOnlySpan<byte> _bytes;

    public MmdbSection(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the value at a position, following a pointer, and moves the position behind it.</summary>
    /// <exception cref="InvalidDataException">The section is damaged there.</exception>
    public MmdbValue Read(ref int position)
    {
        int start = position;
        if (ReadType(ref position, out byte control) == MmdbType.Pointer)
        {
            int target = ReadPointer(ref position, control);
            MmdbType pointed = ReadType(ref target, out byte targetControl);
            if (pointed == MmdbType.Pointer)
            {
                throw new InvalidDataException($"the pointer at {start} leads to another pointer");
            }

            return new MmdbValue(pointed, ReadSize(ref target, targetControl), target);
        }

        position = start;
        MmdbType type = ReadType(ref position, out control);
        var value = new MmdbValue(type, ReadSize(ref position, control), position);
        position = start;
        Skip(ref position);
        return value;
    }

    /// <summary>The content of a text or byte value.</summary>
    public ReadOnlySpan<byte> Content(MmdbValue value) => Slice(value.Content, value.Size);

    /// <summary>The number in an unsigned integer of up to 64 bits.</summary>
    public ulong Number(MmdbValue value)
    {
        if (value.Type is not (MmdbType.UInt16 or MmdbType.UInt32 or MmdbType.UInt64) || value.Size > sizeof(ulong))
        {
            throw new InvalidDataException($"a {value.Type} stands where a number should");
        }

        ulong number = 0;
        foreach (byte part in Slice(value.Content, value.Size))
        {
            number = (number << 8) | part;
        }

        return number;
    }

    private void Skip(ref int position)
    {
        long pending = 1;
        while (pending > 0)
        {
            pending--;
            MmdbType type = ReadType(ref position, out byte control);
            if (type == MmdbType.Pointer)
            {
                ReadPointer(ref position, control);
                continue;
            }

            int size = ReadSize(ref position, control);
            switch (type)
            {
                case MmdbType.Map:
                    pending += 2L * size;
                    break;
                case MmdbType.Array:
                    pending += size;
                    break;
                case MmdbType.Boolean:
                    break;
                case MmdbType.Container or MmdbType.EndMarker:
                    throw new InvalidDataException($"a {type} stands among the values at {position}");
                default:
                    Slice(position, size);
                    position += size;
                    break;
            }
        }
    }

    private MmdbType ReadType(ref int position, out byte control)
    {
        control = Slice(position++, 1)[0];
        var type = (MmdbType)(control >> 5);
        if (type != MmdbType.Extended)
        {
            return type;
        }

        int extended = Slice(position++, 1)[0] + FirstExtendedType;
        return extended is > FirstExtendedType and <= (int)MmdbType.Float
            ? (MmdbType)extended
            : throw new InvalidDataException($"an unknown field type stands at {position - 1}");
    }

    private int ReadSize(ref int position, byte control)
    {
        int size = control & 0x1F;
        int extra = Math.Max(size - 28, 0);
        if (extra == 0)
        {
            return size;
        }

        int number = ReadBigEndian(position, extra);
        position += extra;
        return number + extra switch
        {
            1 => 29,
            2 => 285,
            _ => 65_821,
        };
    }

    private int ReadPointer(ref int position, byte control)
    {
        int length = ((control >> 3) & 3) + 1;
        int number = ReadBigEndian(position, length);
        position += length;
        long high = control & 7;
        long target = length switch
        {
            1 => (high << 8) | (uint)number,
            2 => ((high << 16) | (uint)number) + 2_048,
            3 => ((high << 24) | (uint)number) + 526_336,
            _ => (uint)number,
        };
        return target < _bytes.Length
            ? (int)target
            : throw new InvalidDataException($"the pointer at {position - length - 1} leads beyond the end");
    }

    private int ReadBigEndian(int position, int length)
    {
        int number = 0;
        foreach (byte part in Slice(position, length))
        {
            number = (number << 8) | part;
        }

        return number;
    }

    private ReadOnlySpan<byte> Slice(int position, int length) =>
        position <= _bytes.Length && _bytes.Length - position >= length
            ? _bytes.Slice(position, length)
            : throw new InvalidDataException($"a value at {position} runs beyond the end");
}
