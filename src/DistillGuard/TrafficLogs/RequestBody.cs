// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.Unicode;

namespace DistillGuard.TrafficLogs;

/// <summary>Checks that a body can stand in a log line, and takes out its line breaks.</summary>
internal static class RequestBody
{
    /// <summary>Says why a body cannot stand in a log line.</summary>
    /// <returns>The reason, as the end of a sentence; <see langword="null"/> when it can.</returns>
    public static string? Fault(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return "the body is not UTF-8";
        }

        var reader = new Utf8JsonReader(body, LineScanner.Json);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return "the body is not a JSON object";
            }

            reader.Skip();
            reader.Read(); // throws when anything follows the object
            return null;
        }
        catch (JsonException)
        {
            return "the body is not one JSON object";
        }
    }

    /// <summary>
    /// Copies a valid body without its line breaks. JSON text cannot hold them unescaped, so each is mere spacing.
    /// </summary>
    /// <returns>Bytes written.</returns>
    public static int CopyOnOneLine(ReadOnlySpan<byte> body, Span<byte> destination)
    {
        int written = 0;
        while (true)
        {
            int lineBreak = body.IndexOfAny((byte)'\n', (byte)'\r');
            if (lineBreak < 0)
            {
                body.CopyTo(destination[written..]);
                return written + body.Length;
            }

            body[..lineBreak].CopyTo(destination[written..]);
            written += lineBreak;
            body = body[(lineBreak + 1)..];
        }
    }
}
