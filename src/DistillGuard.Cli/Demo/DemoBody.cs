// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.Cli.Demo;

/// <summary>Writes request bodies the way clients of the four APIs do.</summary>
internal sealed class DemoBody : IDisposable
{
    private readonly ArrayBufferWriter<byte> _body = new(2048);
    private readonly Utf8JsonWriter _json;

    public DemoBody() => _json = new Utf8JsonWriter(_body, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the log stays readable in every script
    });

    /// <summary>The body; valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(DemoExchange exchange)
    {
        _body.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        switch (exchange.Account.Api)
        {
            case ApiKind.OpenAIChatCompletions:
                WriteChatCompletion(exchange);
                break;
            case ApiKind.OpenAIResponses:
                WriteResponse(exchange);
                break;
            case ApiKind.AnthropicMessages:
                WriteMessages(exchange);
                break;
            default:
                WriteContents(exchange);
                break;
        }

        _json.WriteEndObject();
        _json.Flush();
        return _body.WrittenSpan;
    }

    public void Dispose() => _json.Dispose();

    private void WriteChatCompletion(DemoExchange exchange)
    {
        _json.WriteString("model", exchange.Account.Model);
        _json.WriteStartArray("messages");
        if (exchange.Instructions.Length > 0)
        {
            WriteMessage("system", exchange.Instructions);
        }

        WriteMessage("user", exchange.Prompt);
        _json.WriteEndArray();
        _json.WriteNumber("max_tokens", 2048);
    }

    private void WriteResponse(DemoExchange exchange)
    {
        _json.WriteString("model", exchange.Account.Model);
        if (exchange.Instructions.Length > 0)
        {
            _json.WriteString("instructions", exchange.Instructions);
        }

        _json.WriteString("input", exchange.Prompt);
    }

    private void WriteMessages(DemoExchange exchange)
    {
        _json.WriteString("model", exchange.Account.Model);
        _json.WriteNumber("max_tokens", 2048);
        if (exchange.Instructions.Length > 0)
        {
            _json.WriteString("system", exchange.Instructions);
        }

        _json.WriteStartArray("messages");
        WriteMessage("user", exchange.Prompt);
        _json.WriteEndArray();
    }

    private void WriteContents(DemoExchange exchange)
    {
        if (exchange.Instructions.Length > 0)
        {
            _json.WriteStartObject("systemInstruction");
            WriteParts(exchange.Instructions);
            _json.WriteEndObject();
        }

        _json.WriteStartArray("contents");
        _json.WriteStartObject();
        _json.WriteString("role", "user");
        WriteParts(exchange.Prompt);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteParts(string text)
    {
        _json.WriteStartArray("parts");
        _json.WriteStartObject();
        _json.WriteString("text", text);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteMessage(string role, string text)
    {
        _json.WriteStartObject();
        _json.WriteString("role", role);
        _json.WriteString("content", text);
        _json.WriteEndObject();
    }
}
