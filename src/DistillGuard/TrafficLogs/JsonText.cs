// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Resolves the escapes of JSON text. It never fails: a lone surrogate, which no UTF-8 can hold, becomes U+FFFD.
/// </summary>
/// <remarks>
/// The framework's reader throws on lone surrogates. A user agent may well hold one, so throwing would let a client
/// choose which of its requests are left out of the record.
/// </remarks>
internal static class JsonText
{
    private const int UnicodeEscapeLength = 6; // \uXXXX

    /// <summary>Resolves escapes into UTF-8, which is never longer than the text with its escapes.</summary>
    /// <param name="escaped">Text between its quotation marks, valid JSON and valid UTF-8.</param>
    /// <param name="destination">Room for at least as many bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        int written = 0;
        while (true)
        {
            int backslash = escaped.IndexOf((byte)'\\');
            if (backslash < 0)
            {
                escaped.CopyTo(destination[written..]);
                return written + escaped.Length;
            }

            escaped[..backslash].CopyTo(destination[written..]);
            written += backslash;
            escaped = escaped[backslash..];
            if (escaped[1] == 'u')
            {
                escaped = escaped[UnescapeUnicode(escaped, destination, ref written)..];
            }
            else
            {
                destination[written++] = Simple(escaped[1]);
                escaped = escaped[2..];
            }
        }
    }

    /// <summary>Resolves escapes into UTF-16.</summary>
    /// <param name="text">Text between its quotation marks, valid JSON and valid UTF-8.</param>
    /// <param name="isEscaped">Whether it has escapes.</param>
    /// <param name="destination">Room for at least as many characters as <paramref name="text"/> has bytes.</param>
    /// <returns>Characters written.</returns>
    public static int Decode(ReadOnlySpan<byte> text, bool isEscaped, Span<char> destination)
    {
        if (!isEscaped)
        {
            Utf8.ToUtf16(text, destination, out _, out int direct);
            return direct;
        }

        byte[] plain = ArrayPool<byte>.Shared.Rent(text.Length);
        int length = Unescape(text, plain);
        Utf8.ToUtf16(plain.AsSpan(0, length), destination, out _, out int written);
        ArrayPool<byte>.Shared.Return(plain, clearArray: true);
        return written;
    }

    private static int UnescapeUnicode(ReadOnlySpan<byte> escaped, Span<byte> destination, ref int written)
    {
        char first = CodeUnit(escaped);
        int taken = UnicodeEscapeLength;
        Rune rune;
        if (char.IsHighSurrogate(first) && escaped.Length >= 2 * UnicodeEscapeLength
            && escaped[taken] == '\\' && escaped[taken + 1] == 'u'
            && Rune.TryCreate(first, CodeUnit(escaped[taken..]), out rune))
        {
            taken += UnicodeEscapeLength;
        }
        else if (!Rune.TryCreate(first, out rune))
        {
            rune = Rune.ReplacementChar;
        }

        written += rune.EncodeToUtf8(destination[written..]);
        return taken;
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(
            escape[2..UnicodeEscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static byte Simple(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => letter,
    };
}
