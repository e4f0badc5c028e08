// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Events are gathered before they are read; whatever their number and length, all of them are.</summary>
public sealed class AnswerReadingTests
{
    private static readonly IReadOnlyList<ApiSample> Apis = ApiSamples.All;

    private GatewayTally _tally = null!;

    [SetUp]
    public void Begin() => _tally = new GatewayTally();

    [Test]
    public void Read_LongStreamCutAnywhere_ReadsAllOfIt(
        [ValueSource(nameof(Apis))] ApiSample sample,
        [Values("", "gzip", "br")] string encoding,
        [Values(10, 400, 3 * AnswerReading.MostGathered)] int most,
        [Values(1, 2, 3)] int seed)
    {
        var chance = new Random(seed);
        byte[] answer = Compression.Compress(Encoding.UTF8.GetBytes(Lengthen(sample.Stream, chance)), encoding);
        AnswerReading reading = Begin(sample, encoding, out HttpResponse response);

        for (int start = 0; start < answer.Length;)
        {
            int length = Math.Min(chance.Next(1, most + 1), answer.Length - start);
            reading.Read(response, answer.AsSpan(start, length));
            start += length;
        }

        ExchangeAnswer read = Finish(reading);
        Assert.That(
            (read.Id, read.InputTokens, read.OutputTokens, read.FinishReason, reading.IsWhole),
            Is.EqualTo(("resp-1", ApiSamples.Input, ApiSamples.Output, sample.Finish, true)));
        Assert.That(read.ReasoningSignatures.Select(blob => Encoding.UTF8.GetString(blob.Span)), Is.EqualTo(sample.Signatures));
        Assert.That((_tally.Counters.MalformedAnswers, _tally.Counters.TruncatedAnswers, _tally.Counters.Faults), Is.EqualTo((0L, 0L, 0L)));
    }

    [Test]
    public void Finish_StreamBrokenOff_HasReadWhatCame()
    {
        AnswerReading reading = Begin(ApiSamples.Chat, string.Empty, out HttpResponse response);
        reading.Read(response, "data: {\"id\":\"resp-7\"}\n\n"u8);

        ExchangeAnswer read = Finish(reading);

        Assert.That((read.Id, reading.IsWhole, _tally.Counters.TruncatedAnswers), Is.EqualTo(("resp-7", false, 1L)));
    }

    [Test]
    public void PassBy_AfterEvents_HasReadWhatCame()
    {
        AnswerReading reading = Begin(ApiSamples.Chat, string.Empty, out HttpResponse response);
        reading.Read(response, "data: {\"id\":\"resp-7\"}\n\n"u8);

        reading.PassBy();
        reading.Read(response, "data: {\"id\":\"resp-7\",\"model\":\"m\"}\n\n"u8);

        ExchangeAnswer read = Finish(reading);
        Assert.That((read.Id, read.Model, _tally.Counters.UnreadAnswers), Is.EqualTo(("resp-7", (string?)null, 1L)));
    }

    [Test]
    public void Finish_NotOfTheEncoding_IsCountedOnce()
    {
        AnswerReading reading = Begin(ApiSamples.Chat, "gzip", out HttpResponse response);
        reading.Read(response, "this is plain text,"u8);
        reading.Read(response, " not compressed at all"u8);

        Finish(reading);

        Assert.That((_tally.Counters.MalformedAnswers, _tally.Counters.TruncatedAnswers), Is.EqualTo((1L, 0L)));
    }

    // What a thread gives back to the pool it is handed next.
    [Test]
    public void Finish_Events_GivesTheirBytesBack()
    {
        byte[] first = ArrayPool<byte>.Shared.Rent(AnswerReading.MostGathered);
        ArrayPool<byte>.Shared.Return(first);
        AnswerReading reading = Begin(ApiSamples.Chat, string.Empty, out HttpResponse response);
        reading.Read(response, "data: {}\n\n"u8);
        byte[] others = ArrayPool<byte>.Shared.Rent(AnswerReading.MostGathered);

        Finish(reading);

        Assert.That(others, Is.Not.SameAs(first));
        Assert.That(ArrayPool<byte>.Shared.Rent(AnswerReading.MostGathered), Is.SameAs(first));
    }

    private AnswerReading Begin(ApiSample sample, string encoding, out HttpResponse response)
    {
        response = new DefaultHttpContext().Response;
        response.ContentType = "text/event-stream";
        response.Headers.ContentEncoding = encoding;
        return new AnswerReading(new AnswerReaders(new GatewayOptions()), _tally, sample.Api);
    }

    private static ExchangeAnswer Finish(AnswerReading reading)
    {
        var answer = new ExchangeAnswer();
        reading.Finish(answer, isAborted: false);
        return answer;
    }

    // Events between the events of which nobody reads anything.
    private static string Lengthen(string stream, Random chance)
    {
        var text = new StringBuilder();
        foreach (string part in stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            for (int i = chance.Next(40); i > 0; i--)
            {
                text.Append("data: {\"pad\":\"").Append((char)('a' + chance.Next(26)), chance.Next(300)).Append("\"}\n\n");
            }

            text.Append(part).Append("\n\n");
        }

        return text.ToString();
    }
}
