// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text.Json;
using DistillGuard.Apis;
using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Writes the members of one entry in the order of the format's table, leaving out what is not known.
/// </summary>
internal static class LineWriter
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Says why an entry cannot be written.</summary>
    /// <returns>Reason and remedy, one sentence; <see langword="null"/> when it can.</returns>
    public static string? Fault(in TrafficLogEntry entry) => entry.Kind switch
    {
        TrafficLogEntryKind.ModelRelease => entry.Model.IsEmpty ? "A model release needs Model." : null,
        _ when entry.Caller.Account.IsEmpty => "The entry needs Caller.Account.",
        TrafficLogEntryKind.Enforcement => ActionName(entry.Action).Length == 0 ? "An enforcement needs Action." : null,
        _ => ExchangeFault(in entry),
    };

    /// <summary>Writes an entry that has no fault.</summary>
    public static void Write(Utf8JsonWriter json, in TrafficLogEntry entry)
    {
        json.WriteStartObject();
        switch (entry.Kind)
        {
            case TrafficLogEntryKind.Enforcement:
                json.WriteString("type"u8, "enforcement"u8);
                WriteTime(json, "time"u8, entry.Time);
                json.WriteString("account"u8, entry.Caller.Account);
                WriteText(json, "organization"u8, entry.Caller.Organization);
                json.WriteString("action"u8, ActionName(entry.Action));
                WriteText(json, "reason"u8, entry.Reason);
                break;
            case TrafficLogEntryKind.ModelRelease:
                json.WriteString("type"u8, "model_release"u8);
                WriteTime(json, "time"u8, entry.Time);
                json.WriteString("model"u8, entry.Model);
                break;
            default:
                WriteTime(json, "time"u8, entry.Time);
                json.WriteString("id"u8, entry.Id);
                WriteCaller(json, entry.Caller);
                WriteExchange(json, in entry);
                break;
        }

        json.WriteEndObject();
    }

    private static string? ExchangeFault(in TrafficLogEntry entry)
    {
        if (entry.Id.IsEmpty)
        {
            return "An exchange needs Id.";
        }

        if (entry.Api == ApiKind.Unknown && entry.ApiName.IsEmpty)
        {
            return "An exchange needs Api or, for an API this library does not know, ApiName.";
        }

        return RequestBody.Fault(entry.Request) is { } fault
            ? $"An exchange needs Request, the body as the client sent it, but {fault}."
            : null;
    }

    private static void WriteCaller(Utf8JsonWriter json, in Caller caller)
    {
        json.WriteString("account"u8, caller.Account);
        WriteText(json, "organization"u8, caller.Organization);
        WriteText(json, "credential"u8, caller.Credential);
        WriteText(json, "plan"u8, caller.Plan);
        if (caller.AccountCreated != default)
        {
            WriteTime(json, "account_created"u8, caller.AccountCreated);
        }

        WriteText(json, "payment"u8, caller.Payment);
        WriteText(json, "account_country"u8, caller.AccountCountry.ToString());
        WriteDeclared(json, caller.Declared);
        if (!caller.Address.IsKnown && caller.UserAgent.IsEmpty && caller.Fingerprint.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("client"u8);
        if (caller.Address.IsKnown)
        {
            WriteAddress(json, caller.Address);
        }

        WriteText(json, "user_agent"u8, caller.UserAgent);
        WriteText(json, "ja4"u8, caller.Fingerprint);
        json.WriteEndObject();
    }

    private static void WriteDeclared(Utf8JsonWriter json, DeclaredUses declared)
    {
        if (declared == DeclaredUses.None)
        {
            return;
        }

        json.WriteStartArray("declared"u8);
        WriteUse(json, declared, DeclaredUses.Platform, "platform"u8);
        WriteUse(json, declared, DeclaredUses.Evaluation, "evaluation"u8);
        WriteUse(json, declared, DeclaredUses.Batch, "batch"u8);
        WriteUse(json, declared, DeclaredUses.Research, "research"u8);
        json.WriteEndArray();
    }

    private static void WriteUse(Utf8JsonWriter json, DeclaredUses declared, DeclaredUses use, ReadOnlySpan<byte> name)
    {
        if ((declared & use) == use)
        {
            json.WriteStringValue(name);
        }
    }

    private static void WriteExchange(Utf8JsonWriter json, in TrafficLogEntry entry)
    {
        string api = entry.Api == ApiKind.Unknown ? string.Empty : ApiKindNames.ToLogName(entry.Api);
        json.WriteString("api"u8, api.Length == 0 ? entry.ApiName : api);
        WriteText(json, "model"u8, entry.Model);
        if (entry.Stream is { } stream)
        {
            json.WriteBoolean("stream"u8, stream);
        }

        WriteText(json, "conversation"u8, entry.Conversation);
        WriteText(json, "end_user"u8, entry.EndUser);
        json.WritePropertyName("request"u8);
        WriteBody(json, entry.Request);
        if (entry.Response.IsKnown)
        {
            WriteResponse(json, entry.Response);
        }
    }

    private static void WriteBody(Utf8JsonWriter json, ReadOnlySpan<byte> body)
    {
        if (body.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            json.WriteRawValue(body, skipInputValidation: true);
            return;
        }

        byte[] copy = ArrayPool<byte>.Shared.Rent(body.Length);
        int length = RequestBody.CopyOnOneLine(body, copy);
        json.WriteRawValue(copy.AsSpan(0, length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(copy, clearArray: true);
    }

    private static void WriteResponse(Utf8JsonWriter json, in TrafficLogResponse response)
    {
        json.WriteStartObject("response"u8);
        WriteNumber(json, "status"u8, response.Status);
        WriteText(json, "id"u8, response.Id);
        WriteText(json, "model"u8, response.Model);
        WriteText(json, "error"u8, response.Error);
        WriteText(json, "refusal"u8, response.Refusal);
        WriteText(json, "text_hash"u8, response.TextHash);
        WriteNumber(json, "cached_tokens"u8, response.CachedTokens);
        WriteNumber(json, "input_tokens"u8, response.InputTokens);
        WriteNumber(json, "output_tokens"u8, response.OutputTokens);
        WriteText(json, "finish_reason"u8, response.FinishReason);
        if (response.Duration is { } duration)
        {
            json.WriteNumber("duration_ms"u8, duration.TotalMilliseconds);
        }

        if (response.ReasoningSignatures.Count > 0)
        {
            json.WriteStartArray("reasoning_signatures"u8);
            foreach (ReadOnlySpan<byte> signature in response.ReasoningSignatures)
            {
                json.WriteStringValue(signature);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string ActionName(EnforcementAction action) => action switch
    {
        EnforcementAction.Suspend => "suspend",
        EnforcementAction.Restore => "restore",
        EnforcementAction.Throttle => "throttle",
        _ => string.Empty,
    };

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[32];
        time.UtcDateTime.TryFormat(text, out int length, TimeFormat, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    private static void WriteAddress(Utf8JsonWriter json, ClientAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, address.Value);
        Span<byte> text = stackalloc byte[64];
        new IPAddress(address.IsIPv4 ? bytes[12..] : bytes).TryFormat(text, out int length);
        json.WriteString("ip"u8, text[..length]);
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
