// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Finds where a string or a literal of a JSON text stops.</summary>
internal static class JsonStops
{
    /// <summary>The next quote or backslash; the length of the text when there is none.</summary>
    /// <remarks>Most strings of a stream are short: one look at sixteen bytes costs less than calling for a search.</remarks>
    public static int OfString(ReadOnlySpan<byte> text, int position)
    {
        if (text.Length - position >= Vector128<byte>.Count)
        {
            Vector128<byte> next = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)position);
            uint stops = (Vector128.Equals(next, Vector128.Create((byte)'"')) | Vector128.Equals(next, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return position + BitOperations.TrailingZeroCount(stops);
            }

            position += Vector128<byte>.Count;
        }

        int length = text[position..].IndexOfAny((byte)'"', (byte)'\\');
        return length < 0 ? text.Length : position + length;
    }

    /// <summary>Whether a number, <c>true</c>, <c>false</c> or <c>null</c> may begin with this.</summary>
    public static bool BeginsLiteral(byte first) => first is (byte)'-' or (>= (byte)'0' and <= (byte)'9') or (byte)'t' or (byte)'f' or (byte)'n';

    /// <summary>What ends a number, <c>true</c>, <c>false</c> or <c>null</c>; the length of the text when nothing does.</summary>
    public static int OfLiteral(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length
            && text[position] is not ((byte)',' or (byte)']' or (byte)'}' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            position++;
        }

        return position;
    }
}
