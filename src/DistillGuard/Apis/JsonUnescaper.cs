// SPDX-License-Identifier: MIT

using System.Buffers.Text;
using System.Text;

namespace DistillGuard.Apis;

/// <summary>Resolves the escapes of a JSON string whose syntax <see cref="JsonScanner"/> has checked.</summary>
/// <remarks>The result is never longer than what is read.</remarks>
internal static class JsonUnescaper
{
    private const int UnicodeEscapeLength = 6;

    /// <summary>Copies <paramref name="escaped"/> with its escapes resolved.</summary>
    /// <returns>Bytes written, or -1 when an escape is half a surrogate pair.</returns>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        int written = 0;
        while (true)
        {
            int plain = escaped.IndexOf((byte)'\\');
            if (plain < 0)
            {
                escaped.CopyTo(destination[written..]);
                return written + escaped.Length;
            }

            escaped[..plain].CopyTo(destination[written..]);
            written += plain;
            escaped = escaped[plain..];
            if (escaped[1] != (byte)'u')
            {
                destination[written++] = Resolve(escaped[1]);
                escaped = escaped[2..];
                continue;
            }

            int used = DecodeUnicode(escaped, out Rune rune);
            if (used < 0)
            {
                return -1;
            }

            written += rune.EncodeToUtf8(destination[written..]);
            escaped = escaped[used..];
        }
    }

    private static byte Resolve(byte letter) => letter switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => letter,
    };

    private static int DecodeUnicode(ReadOnlySpan<byte> escaped, out Rune rune)
    {
        char first = DecodeUnit(escaped);
        if (Rune.TryCreate(first, out rune))
        {
            return UnicodeEscapeLength;
        }

        ReadOnlySpan<byte> rest = escaped[UnicodeEscapeLength..];
        return rest.StartsWith("\\u"u8) && Rune.TryCreate(first, DecodeUnit(rest), out rune)
            ? 2 * UnicodeEscapeLength
            : -1;
    }

    private static char DecodeUnit(ReadOnlySpan<byte> escaped)
    {
        _ = Utf8Parser.TryParse(escaped.Slice(2, 4), out ushort unit, out _, 'x');
        return (char)unit;
    }
}
