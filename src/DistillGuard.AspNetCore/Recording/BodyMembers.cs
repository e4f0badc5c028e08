// SPDX-License-Identifier: MIT

using System.Collections.Frozen;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>What the members of the known APIs' bodies hold, where that is no text.</summary>
internal static class BodyMembers
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "role", "type", "model", "object", "tool_choice", "effort", "reasoning_effort", "summary", "verbosity", "service_tier", "modalities",
        "responseModalities", "responseMimeType", "mimeType", "media_type", "detail", "mode", "status", "truncation", "include", "encoding_format",
        "format", "anthropic_version", "anthropic_beta", "thinkingLevel", "category", "threshold");

    private static readonly FrozenSet<string> Ids = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "tool_call_id", "tool_use_id", "call_id", "user", "user_id", "name", "previous_response_id", "conversation", "conversation_id",
        "prompt_cache_key", "safety_identifier", "item_id", "session_id", "file_id", "container", "cachedContent");

    private static readonly FrozenSet<string> Blobs = FrozenSet.Create(
        StringComparer.Ordinal,
        "signature", "encrypted_content", "thoughtSignature", "thought_signature", "data", "url", "image_url", "file_data", "uri", "fileUri");

    // What stands in these has names that the customer chose.
    private static readonly FrozenSet<string> Own = FrozenSet.Create(
        StringComparer.Ordinal, "properties", "metadata", "args", "response", "labels", "$defs", "definitions");

    private static readonly FrozenSet<string> SchemaWords = FrozenSet.Create(
        StringComparer.Ordinal, "type", "properties", "items", "required", "enum", "description", "anyOf", "additionalProperties", "user_id");

    /// <summary>Whether a member holds one of a few words that say what something is.</summary>
    public static bool IsWord(string member) => Words.Contains(member);

    public static bool IsId(string member) => Ids.Contains(member);

    public static bool IsBlob(string member) => Blobs.Contains(member);

    /// <summary>Whether the members of an object are named by the customer.</summary>
    public static bool IsOwn(string member) => Own.Contains(member);

    /// <summary>Whether a name stays where customers choose names.</summary>
    public static bool IsSchemaWord(string member) => SchemaWords.Contains(member);

    /// <summary>Whether a text is short and plain enough to be such a word or a name; prose is not, wherever a client puts it.</summary>
    public static bool IsPlain(string text)
    {
        const int Longest = 64;
        return text.Length is > 0 and <= Longest && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or ':' or '/' or '-' or '$');
    }
}
