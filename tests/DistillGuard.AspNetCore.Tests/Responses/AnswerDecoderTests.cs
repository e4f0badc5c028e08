// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;

namespace DistillGuard.AspNetCore.Responses;

public sealed class AnswerDecoderTests
{
    private static readonly IReadOnlyList<ApiSample> Apis = ApiSamples.All;

    [Test]
    public void Read_StreamFlushedInPieces_ReadsEachAtOnce([ValueSource(nameof(Apis))] ApiSample sample, [Values("gzip", "br", "deflate")] string encoding, [Values(1, 50)] int size)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(sample.Api, AnswerForm.Events);
        using AnswerDecoder decoder = AnswerDecoder.Create(encoding)!;
        byte[][] pieces = Compression.CompressPieces(Encoding.UTF8.GetBytes(sample.Stream), encoding, size);

        // Without the last piece, which only says that it is the last: all text was flushed before.
        foreach (byte[] piece in pieces[..^1])
        {
            decoder.Read(piece, reader);
        }

        Assert.That(Finish(reader).OutputTokens, Is.EqualTo(ApiSamples.Output));
    }

    [Test]
    public void Read_ByteByByte_ReadsAll([ValueSource(nameof(Apis))] ApiSample sample, [Values("gzip", "br", "deflate", "x-gzip")] string encoding)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(sample.Api, AnswerForm.Json);
        using AnswerDecoder decoder = AnswerDecoder.Create(encoding)!;

        foreach (byte next in Compression.Compress(Encoding.UTF8.GetBytes(sample.Answer), encoding.Replace("x-", string.Empty, StringComparison.Ordinal)))
        {
            decoder.Read([next], reader);
        }

        Assert.That(Finish(reader).InputTokens, Is.EqualTo(ApiSamples.Input));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public void Read_NotOfTheEncoding_ThrowsInvalidData(string encoding)
    {
        var reader = new AnswerReader(new GatewayOptions());
        using AnswerDecoder decoder = AnswerDecoder.Create(encoding)!;

        Assert.That(() => decoder.Read("this is plain text, not compressed at all"u8, reader), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void Create_UnknownEncoding_IsNone() => Assert.That(AnswerDecoder.Create("zstd"), Is.Null);

    private static ExchangeAnswer Finish(AnswerReader reader)
    {
        var answer = new ExchangeAnswer();
        reader.Finish(answer);
        return answer;
    }
}
