// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Model;
using DistillGuard.TrafficLogs;

namespace DistillGuard.Load.Replaying;

/// <summary>A log's exchange as a request to the gateway, with the answer that the model gave then.</summary>
internal static class ReplayedRequest
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Makes the request.</summary>
    public static HttpRequestMessage Of(in TrafficLogEntry entry, Customer customer)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, PathOf(in entry))
        {
            Content = new ByteArrayContent(entry.Request.ToArray()) { Headers = { ContentType = Json } },
        };
        Add(request, "Authorization", "Bearer " + customer.Key);
        Add(request, "X-Forwarded-For", AddressOf(entry.Caller.Address));
        Add(request, "User-Agent", entry.Caller.UserAgent.ToString());
        Add(request, ReplayedCustomers.FingerprintHeader, entry.Caller.Fingerprint.ToString());
        Add(request, AnswerPlan.Header, AnswerTo(entry.Response).ToString());
        return request;
    }

    private static AnswerPlan AnswerTo(in TrafficLogResponse response)
    {
        var signatures = new List<string>();
        foreach (ReadOnlySpan<byte> signature in response.ReasoningSignatures)
        {
            signatures.Add(Encoding.UTF8.GetString(signature));
        }

        return new AnswerPlan
        {
            Status = response.Status ?? 200,
            InputTokens = response.InputTokens ?? 0,
            OutputTokens = response.OutputTokens ?? 0,
            CachedTokens = response.CachedTokens ?? 0,
            FinishReason = TextOf(response.FinishReason),
            Refusal = TextOf(response.Refusal),
            ReasoningSignatures = signatures,
            Words = 4,
        };
    }

    // Its own text hides the address, so that none gets into a log by mistake; here it must be sent.
    private static string AddressOf(ClientAddress address)
    {
        if (!address.IsKnown)
        {
            return string.Empty;
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, address.Value);
        return new IPAddress(address.IsIPv4 ? bytes[12..] : bytes).ToString();
    }

    private static string? TextOf(ReadOnlySpan<byte> text) => text.IsEmpty ? null : Encoding.UTF8.GetString(text);

    private static void Add(HttpRequestMessage request, string header, string value)
    {
        if (value.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }
    }

    private static Uri PathOf(in TrafficLogEntry entry) => new(
        entry.Api switch
        {
            ApiKind.OpenAIChatCompletions => "/v1/chat/completions",
            ApiKind.OpenAIResponses => "/v1/responses",
            ApiKind.AnthropicMessages => "/v1/messages",
            _ => $"/v1beta/models/{Uri.EscapeDataString(entry.Model.IsEmpty ? "unnamed" : Encoding.UTF8.GetString(entry.Model))}:"
                + (entry.Stream == true ? "streamGenerateContent?alt=sse" : "generateContent"),
        },
        UriKind.Relative);
}
