// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Writes a body again with its structure, roles, parameters and numbers, and nothing that could be read. Not thread-safe.</summary>
internal sealed class BodyVeil
{
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 128 };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    private readonly KeyedVeil? _ids;
    private readonly TextVeil? _texts;
    private readonly ArrayBufferWriter<byte> _made = new();
    private readonly List<(string Member, bool IsArray, bool IsOwn)> _open = [];
    private int _ownDepth;

    /// <summary>Makes a veil.</summary>
    /// <param name="ids">Hashes ids and blobs; <see langword="null"/> to leave them out.</param>
    /// <param name="texts">Makes up texts; <see langword="null"/> to leave them out.</param>
    public BodyVeil(KeyedVeil? ids, TextVeil? texts)
    {
        _ids = ids;
        _texts = texts;
    }

    /// <summary>Writes a body again.</summary>
    /// <param name="body">The body as it was sent.</param>
    /// <param name="veiled">The new body, until the next call.</param>
    /// <returns>Whether it is a JSON object.</returns>
    public bool TryVeil(ReadOnlySpan<byte> body, out ReadOnlySpan<byte> veiled)
    {
        _made.ResetWrittenCount();
        _open.Clear();
        _ownDepth = 0;
        try
        {
            using var json = new Utf8JsonWriter(_made, Writing);
            var reader = new Utf8JsonReader(body, Reading);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                veiled = default;
                return false;
            }

            Write(ref reader, json);
            json.Flush();
            veiled = _made.WrittenSpan;
            return true;
        }
        catch (JsonException)
        {
            veiled = default;
            return false;
        }
    }

    private void Write(ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        string member = string.Empty;
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    Open(member);
                    json.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    member = Close();
                    json.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    _open.Add((member, IsArray: true, IsOwn: false));
                    json.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    member = Close();
                    json.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    member = Text(in reader);
                    json.WritePropertyName(Name(member));
                    break;
                case JsonTokenType.String:
                    WriteText(Text(in reader), member, json);
                    break;
                case JsonTokenType.Number:
                    json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    json.WriteBooleanValue(reader.TokenType == JsonTokenType.True);
                    break;
                default:
                    json.WriteNullValue();
                    break;
            }
        }
        while (reader.Read());
    }

    // The "input" of a call is the customer's own; that of a request is a list of messages.
    private void Open(string member)
    {
        bool isElement = _open.Count > 0 && _open[^1].IsArray;
        bool isOwn = _ownDepth > 0 || (!isElement && (BodyMembers.IsOwn(member) || member == "input"));
        _ownDepth += isOwn ? 1 : 0;
        _open.Add((member, IsArray: false, isOwn));
    }

    // Elements of an array are of the array's member, so it is the current one again when one of them ends.
    private string Close()
    {
        (string member, _, bool isOwn) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _ownDepth -= isOwn ? 1 : 0;
        return member;
    }

    private string Name(string member)
    {
        bool isTheirs = _ownDepth > 0 && !BodyMembers.IsSchemaWord(member);
        return !isTheirs && BodyMembers.IsPlain(member) ? member : _ids?.Id('n', member) ?? "n";
    }

    private void WriteText(string text, string member, Utf8JsonWriter json)
    {
        bool isWord = _ownDepth == 0 ? BodyMembers.IsWord(member) : member == "type";
        if (text.Length == 0 || (isWord && BodyMembers.IsPlain(text)))
        {
            json.WriteStringValue(text);
        }
        else if (BodyMembers.IsId(member))
        {
            json.WriteStringValue(_ids?.Id('i', text) ?? string.Empty);
        }
        else if (BodyMembers.IsBlob(member))
        {
            json.WriteStringValue(_ids?.Blob(Encoding.UTF8.GetBytes(text)) ?? string.Empty);
        }
        else
        {
            json.WriteStringValue(_texts?.Veil(text) ?? string.Empty);
        }
    }

    // The framework throws on half of a surrogate pair; a client must not choose so which of its requests are recorded.
    private static string Text(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
