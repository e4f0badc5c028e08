// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Resolves the escapes of a JSON text in place.</summary>
internal static class JsonEscapes
{
    private const int LongestOnStack = 1024;

    /// <summary>Resolves escapes. What is wanted of an answer (ids, categories, base64) has them rarely.</summary>
    /// <param name="text">The text between its quotes; holds the result, which is never longer.</param>
    /// <param name="length">The length of the result.</param>
    /// <returns>Whether the text was one.</returns>
    public static bool TryResolve(Span<byte> text, out int length)
    {
        int quoted = text.Length + 2;
        Span<byte> copy = quoted <= LongestOnStack ? stackalloc byte[quoted] : new byte[quoted];
        copy[0] = (byte)'"';
        text.CopyTo(copy[1..]);
        copy[^1] = (byte)'"';
        try
        {
            var json = new Utf8JsonReader(copy);
            json.Read();
            length = json.CopyString(text);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            length = 0;
            return false;
        }
    }
}
