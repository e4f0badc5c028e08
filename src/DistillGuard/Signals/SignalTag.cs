// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Text;

namespace DistillGuard.Signals;

/// <summary>Up to eight ASCII characters that a signal carries beside its numbers, such as a country code. The default value is empty.</summary>
/// <remarks>Eight bytes in place, so that a signal stays a plain value. Never put a person's data here.</remarks>
public readonly record struct SignalTag
{
    private readonly ulong _characters;

    private SignalTag(ulong characters) => _characters = characters;

    /// <summary>Whether there is no tag.</summary>
    public bool IsEmpty => _characters == 0;

    /// <summary>Packs the first eight characters of a text; those outside ASCII become '?'.</summary>
    public static SignalTag From(ReadOnlySpan<char> text)
    {
        ulong characters = 0;
        for (int i = 0; i < Math.Min(text.Length, sizeof(ulong)); i++)
        {
            byte character = char.IsAscii(text[i]) ? (byte)text[i] : (byte)'?';
            characters |= (ulong)character << (56 - (8 * i));
        }

        return new SignalTag(characters);
    }

    /// <summary>Packs a country code; "not known" gives an empty tag.</summary>
    public static SignalTag From(CountryCode country) => new((ulong)country.Letters << 48);

    /// <summary>The characters.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _characters);
        return Encoding.ASCII.GetString(bytes.TrimEnd((byte)0));
    }
}
