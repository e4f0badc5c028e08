// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

/// <summary>Reads request bodies of LLM APIs into a <see cref="RequestBuffer"/>, without a document model.</summary>
/// <remarks>
/// <para>No body makes it throw: one that is cut off, hostile or unknown gives a <see cref="ReadOutcome"/> with the
/// reason, and an empty buffer. Members that no reader knows are skipped, null members count as absent; a member that
/// is read and has a type the API does not define makes the whole body "not evaluated". A byte-order mark is skipped,
/// as servers do. Escapes that are half a surrogate pair are refused where a text is read, not in what is
/// skipped.</para>
/// <para>No exception is thrown inside either, and once the buffer has grown nothing is allocated. Safe on any thread,
/// with one buffer per call.</para>
/// </remarks>
public static class RequestReader
{
    private const int ScratchBytes = 256;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one body.</summary>
    /// <param name="api">The API it was sent to.</param>
    /// <param name="body">The body as the client sent it, decompressed.</param>
    /// <param name="buffer">Where the request goes; what it held is forgotten.</param>
    /// <param name="limits">How much is accepted; <see cref="RequestReaderLimits.Default"/> when <see
    /// langword="null"/>.</param>
    /// <returns>Whether the buffer holds the request, else why not and where.</returns>
    /// <exception cref="ArgumentNullException">There is no buffer.</exception>
    [SkipLocalsInit] // the scratch is read only where it was written; clearing it is a twentieth of a short body: RequestReaderBenchmarks
    public static ReadOutcome Read(
        ApiKind api, ReadOnlySpan<byte> body, RequestBuffer buffer, RequestReaderLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        limits ??= RequestReaderLimits.Default;
        buffer.Clear();

        if (api is ApiKind.Unknown or > ApiKind.GoogleGenerateContent)
        {
            return ReadOutcome.NotEvaluated(NotEvaluatedReason.UnknownApi, 0);
        }

        if (body.Length > limits.MaxBodyBytes)
        {
            return ReadOutcome.NotEvaluated(NotEvaluatedReason.BodyTooLarge, limits.MaxBodyBytes);
        }

        if (!Utf8Validity.IsValid(body))
        {
            return LocateInvalidUtf8(body);
        }

        int start = body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (body[start..].IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return ReadOutcome.NotEvaluated(NotEvaluatedReason.NoContent, body.Length);
        }

        Span<byte> scratch = stackalloc byte[ScratchBytes];
        var json = new JsonCursor(body[start..], scratch, limits.MaxDepth);
        if (json.Advance() && json.Expect(JsonTokenType.StartObject))
        {
            ReadBody(api, ref json, new PartWriter(buffer, limits.MaxParts));
            json.ExpectEnd();
        }

        if (json.Failure == NotEvaluatedReason.None && IsEmpty(buffer))
        {
            json.Fail(NotEvaluatedReason.NoContent);
        }

        if (json.Failure == NotEvaluatedReason.None)
        {
            return ReadOutcome.Read(body.Length);
        }

        buffer.Clear();
        return ReadOutcome.NotEvaluated(json.Failure, start + json.Position);
    }

    private static void ReadBody(ApiKind api, ref JsonCursor json, PartWriter parts)
    {
        switch (api)
        {
            case ApiKind.OpenAIChatCompletions:
                ChatCompletionsReader.Read(ref json, parts);
                break;
            case ApiKind.OpenAIResponses:
                ResponsesReader.Read(ref json, parts);
                break;
            case ApiKind.AnthropicMessages:
                MessagesReader.Read(ref json, parts);
                break;
            default:
                GenerateContentReader.Read(ref json, parts);
                break;
        }
    }

    private static bool IsEmpty(RequestBuffer buffer) =>
        buffer.PartCount == 0 && buffer.Sampling.MessageCount == 0 && buffer.Sampling.MediaCount == 0;

    private static ReadOutcome LocateInvalidUtf8(ReadOnlySpan<byte> body)
    {
        int position = 0;
        while (true)
        {
            int ascii = body[position..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            position += Math.Max(ascii, 0);
            OperationStatus status = Rune.DecodeFromUtf8(body[position..], out _, out int used);
            if (status != OperationStatus.Done)
            {
                NotEvaluatedReason reason = status == OperationStatus.NeedMoreData
                    ? NotEvaluatedReason.Truncated
                    : NotEvaluatedReason.InvalidUtf8;
                return ReadOutcome.NotEvaluated(reason, position);
            }

            position += used;
        }
    }
}
