// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>What one item of a batch holds: where it goes, and the request itself.</summary>
internal readonly record struct BatchLine(string? Url, Range Body, bool HasBody)
{
    /// <summary>Reads an item.</summary>
    /// <param name="json">The item.</param>
    /// <param name="bodyName">The member that holds the request: <c>body</c> in files, <c>params</c> in arrays.</param>
    /// <param name="line">What was found.</param>
    /// <returns>Whether the item is a JSON object.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, ReadOnlySpan<byte> bodyName, out BatchLine line)
    {
        line = default;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                line = ReadMember(ref reader, bodyName, line);
            }

            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static BatchLine ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> bodyName, BatchLine line)
    {
        bool isUrl = reader.ValueTextEquals("url"u8);
        bool isBody = reader.ValueTextEquals(bodyName);
        reader.Read();
        if (isUrl && reader.TokenType == JsonTokenType.String)
        {
            return line with { Url = reader.GetString() };
        }

        int start = (int)reader.TokenStartIndex;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        reader.Skip();
        return isBody && isObject ? line with { Body = start..(int)reader.BytesConsumed, HasBody = true } : line;
    }
}
