// SPDX-License-Identifier: MIT

using System.Text.Encodings.Web;
using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>A request body as a client of one of the APIs sends it, around a generated prompt; line feeds in the prompt are escaped.</summary>
public sealed class SampleBody
{
    private const string SystemText = "You answer the questions of a travel agency's customers.";
    private const string EarlierText = "Good morning, I am looking for a quiet place near a lake.";
    private const string AnswerText = "Good morning! Do you travel by train or by car?";
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _name;

    internal SampleBody(ApiKind api, SamplePrompt prompt)
    {
        Api = api;
        _name = prompt.Language == SampleLanguage.English
            ? $"{ShortName(api)}-{prompt.Utf8.Length}"
            : $"{ShortName(api)}-{prompt}";
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            Write(json, api, prompt.Text);
        }

        Utf8 = stream.ToArray();
    }

    internal ApiKind Api { get; }

    internal byte[] Utf8 { get; }

    /// <summary>Every API with an English prompt of 4 KB, one of them also short, long, and in the other languages.</summary>
    internal static IEnumerable<SampleBody> Spread { get; } =
    [
        .. SamplePrompt.Spread.Select(prompt => new SampleBody(ApiKind.OpenAIChatCompletions, prompt)),
        .. Enum.GetValues<ApiKind>()
            .Where(api => api > ApiKind.OpenAIChatCompletions)
            .Select(api => new SampleBody(api, new SamplePrompt(SampleLanguage.English, 4096))),
    ];

    /// <summary>The name that stands in tables.</summary>
    public override string ToString() => _name;

    /// <summary>Writes the body as part of a larger document.</summary>
    internal static void Write(Utf8JsonWriter json, ApiKind api, string prompt)
    {
        json.WriteStartObject();
        switch (api)
        {
            case ApiKind.OpenAIChatCompletions:
                WriteChat(json, prompt);
                break;
            case ApiKind.OpenAIResponses:
                WriteResponses(json, prompt);
                break;
            case ApiKind.AnthropicMessages:
                WriteMessages(json, prompt);
                break;
            default:
                WriteContents(json, prompt);
                break;
        }

        json.WriteEndObject();
    }

    // Tables show 20 characters of a parameter.
    private static string ShortName(ApiKind api) => api switch
    {
        ApiKind.OpenAIChatCompletions => "Chat",
        ApiKind.OpenAIResponses => "Responses",
        ApiKind.AnthropicMessages => "Messages",
        _ => "GenerateContent",
    };

    private static void WriteChat(Utf8JsonWriter json, string prompt)
    {
        WriteParameters(json, "max_completion_tokens");
        json.WriteStartArray("messages");
        WriteMessage(json, "system", SystemText);
        WriteMessage(json, "user", EarlierText);
        WriteMessage(json, "assistant", AnswerText);
        WriteMessage(json, "user", prompt);
        json.WriteEndArray();
    }

    private static void WriteResponses(Utf8JsonWriter json, string prompt)
    {
        WriteParameters(json, "max_output_tokens");
        json.WriteString("instructions", SystemText);
        json.WriteStartArray("input");
        WriteBlocks(json, "user", "content", "input_text", EarlierText);
        WriteBlocks(json, "assistant", "content", "output_text", AnswerText);
        WriteBlocks(json, "user", "content", "input_text", prompt);
        json.WriteEndArray();
    }

    private static void WriteMessages(Utf8JsonWriter json, string prompt)
    {
        WriteParameters(json, "max_tokens");
        json.WriteString("system", SystemText);
        json.WriteStartArray("messages");
        WriteBlocks(json, "user", "content", "text", EarlierText);
        WriteBlocks(json, "assistant", "content", "text", AnswerText);
        WriteBlocks(json, "user", "content", "text", prompt);
        json.WriteEndArray();
    }

    private static void WriteContents(Utf8JsonWriter json, string prompt)
    {
        json.WriteStartArray("contents");
        WriteBlocks(json, "user", "parts", null, EarlierText);
        WriteBlocks(json, "model", "parts", null, AnswerText);
        WriteBlocks(json, "user", "parts", null, prompt);
        json.WriteEndArray();
        json.WriteStartObject("generationConfig");
        json.WriteNumber("temperature", 0.7);
        json.WriteNumber("maxOutputTokens", 1024);
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, string maximum)
    {
        json.WriteString("model", "sample-model-1");
        json.WriteNumber("temperature", 0.7);
        json.WriteNumber(maximum, 1024);
        json.WriteBoolean("stream", value: true);
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, string text)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", text);
        json.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter json, string role, string member, string? type, string text)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteStartArray(member);
        json.WriteStartObject();
        if (type is not null)
        {
            json.WriteString("type", type);
        }

        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
