// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

public sealed class RequestReaderTests
{
    private const string Small = """{"messages":[{"role":"user","content":"hi"}]}""";

    private static ReadOutcome Read(byte[] body, RequestReaderLimits? limits = null) =>
        RequestReader.Read(ApiKind.OpenAIChatCompletions, body, new RequestBuffer(), limits);

    private static ReadOutcome Read(string body, RequestReaderLimits? limits = null) =>
        Read(Encoding.UTF8.GetBytes(body), limits);

    private static string TextOf(string body)
    {
        var buffer = new RequestBuffer();
        RequestReader.Read(ApiKind.OpenAIChatCompletions, Encoding.UTF8.GetBytes(body), buffer);
        return Encoding.UTF8.GetString(buffer.Content.Text);
    }

    [Test]
    public void Read_GoodBody_IsReadToItsEnd() =>
        Assert.That(
            Read(Small + "\r\n "),
            Has.Property(nameof(ReadOutcome.IsRead)).True
                .And.Property(nameof(ReadOutcome.BytePosition)).EqualTo(Small.Length + 3));

    [Test]
    public void Read_NoBuffer_Throws() =>
        Assert.That(
            () => RequestReader.Read(ApiKind.OpenAIResponses, "{}"u8, null!),
            Throws.ArgumentNullException);

    [TestCase(ApiKind.Unknown)]
    [TestCase((ApiKind)99)]
    public void Read_UnknownApi_SaysUnknownApi(ApiKind api) =>
        Assert.That(
            RequestReader.Read(api, Encoding.UTF8.GetBytes(Small), new RequestBuffer()).Reason,
            Is.EqualTo(NotEvaluatedReason.UnknownApi));

    [Test]
    public void Read_FiveMegabytes_SaysBodyTooLarge() =>
        Assert.That(Read(Long(5_000_000)).Reason, Is.EqualTo(NotEvaluatedReason.BodyTooLarge));

    [Test]
    public void Read_FiveMegabytesAllowed_IsRead() =>
        Assert.That(Read(Long(5_000_000), new RequestReaderLimits { MaxBodyBytes = 6_000_000 }).IsRead, Is.True);

    [TestCase(0, true)]
    [TestCase(1, false)]
    public void Read_AroundTheBodyLimit_CountsBytes(int over, bool expected) =>
        Assert.That(
            Read(Small.PadRight(2000 + over), new RequestReaderLimits { MaxBodyBytes = 2000 }).IsRead,
            Is.EqualTo(expected));

    [TestCase(13, true)]
    [TestCase(14, false)]
    public void Read_AroundTheDepthLimit_CountsTheBodyAsLevelOne(int arrays, bool expected)
    {
        string nested = new string('[', arrays + 2) + new string(']', arrays + 2);

        ReadOutcome outcome = Read(Small.Insert(1, $"\"x\":{nested},"), new RequestReaderLimits { MaxDepth = 16 });

        Assert.That(outcome.Reason, Is.EqualTo(expected ? NotEvaluatedReason.None : NotEvaluatedReason.TooDeep));
    }

    [Test]
    public void Read_ReadMemberTooDeep_SaysTooDeep()
    {
        string schema = string.Concat(Enumerable.Repeat("{\"items\":", 10_000)) + "1" + new string('}', 10_000);

        Assert.That(
            Read(Small.Insert(1, $"\"tools\":[{{\"parameters\":{schema}}}],")).Reason,
            Is.EqualTo(NotEvaluatedReason.TooDeep));
    }

    [TestCase(3, true)]
    [TestCase(4, false)]
    public void Read_AroundThePartLimit_CountsPieces(int messages, bool expected)
    {
        string body = $"{{\"messages\":[{string.Join(',', Enumerable.Repeat("{\"content\":\"a\"}", messages))}]}}";

        ReadOutcome outcome = Read(body, new RequestReaderLimits { MaxParts = 3 });

        Assert.That(outcome.Reason, Is.EqualTo(expected ? NotEvaluatedReason.None : NotEvaluatedReason.TooManyParts));
    }

    [TestCase("")]
    [TestCase(" \r\n\t")]
    [TestCase("{}")]
    [TestCase("""{"messages":[]}""")]
    [TestCase("""{"messages":null}""")]
    public void Read_NothingInIt_SaysNoContent(string body) =>
        Assert.That(Read(body).Reason, Is.EqualTo(NotEvaluatedReason.NoContent));

    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("null")]
    public void Read_RootIsNoObject_SaysUnexpectedShape(string body) =>
        Assert.That(Read(body).Reason, Is.EqualTo(NotEvaluatedReason.UnexpectedShape));

    [TestCase("""{"messages":[{}]}{}""")]
    [TestCase("""{"messages":[{}]},""")]
    [TestCase("""{"messages":[{},]}""")]
    [TestCase("""{"messages":[{}],}""")]
    [TestCase("""{'messages':[{}]}""")]
    [TestCase("""{"messages":[{}]/**/}""")]
    [TestCase("""{"messages":[{}],"x":01}""")]
    [TestCase("""{"messages":[{}],"x":+1}""")]
    [TestCase("""{"messages":[{}],"x":NaN}""")]
    [TestCase("""{"messages":[{}],"x":"\x"}""")]
    [TestCase("""{"messages":[{}],"x":"\u12g4"}""")]
    [TestCase("{\"messages\":[{}],\"x\":\"a\nb\"}")]
    [TestCase("{\"messages\":[{}],\"x\":\"a\0b\"}")]
    [TestCase("""{"messages":[{}],"x":[}""")]
    [TestCase("""{"messages":[{}] "x":1}""")]
    [TestCase("""{"messages" [{}]}""")]
    [TestCase("hello")]
    public void Read_NoJson_SaysInvalidJson(string body) =>
        Assert.That(Read(body).Reason, Is.EqualTo(NotEvaluatedReason.InvalidJson));

    [TestCase("{")]
    [TestCase("""{"messages":[{"content":"a""")]
    [TestCase("""{"messages":[{"content":"a\""")]
    [TestCase("""{"messages":[{"content":"\ud8""")]
    [TestCase("""{"messages":[{}],"x":tr""")]
    [TestCase("""{"messages":[{}],"x":-""")]
    [TestCase("""{"messages":[{}]""")]
    public void Read_CutOff_SaysTruncated(string body) =>
        Assert.That(Read(body).Reason, Is.EqualTo(NotEvaluatedReason.Truncated));

    [TestCase("\\ud800")]
    [TestCase("\\udc00")]
    [TestCase("a\\ud83dx")]
    [TestCase("\\ud83d\\ud83d")]
    [TestCase("\\ude00\\ud83d")]
    public void Read_HalfASurrogatePairEscaped_SaysInvalidUtf8(string text) =>
        Assert.That(
            Read($"{{\"messages\":[{{\"content\":\"{text}\"}}]}}").Reason,
            Is.EqualTo(NotEvaluatedReason.InvalidUtf8));

    [TestCase(new byte[] { 0xFF })]
    [TestCase(new byte[] { 0xC0, 0xAF })]
    [TestCase(new byte[] { 0xED, 0xA0, 0x80 })]
    [TestCase(new byte[] { 0xE2, 0x82 })]
    public void Read_InvalidUtf8InAString_SaysWhere(byte[] bytes)
    {
        byte[] start = [.. "{\"x\":\""u8, .. "ü"u8];

        ReadOutcome outcome = Read([.. start, .. bytes, .. "\",\"messages\":[{}]}"u8]);

        Assert.That((outcome.Reason, outcome.BytePosition), Is.EqualTo((NotEvaluatedReason.InvalidUtf8, start.Length)));
    }

    [Test]
    public void Read_CutInsideACharacter_SaysTruncated() =>
        Assert.That(
            Read([.. "{\"messages\":[{\"content\":\""u8, 0xE2, 0x82]).Reason,
            Is.EqualTo(NotEvaluatedReason.Truncated));

    [Test]
    public void Read_ByteOrderMark_IsSkipped() =>
        Assert.That(Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Small)]).IsRead, Is.True);

    [Test]
    public void Read_Utf16_SaysInvalid() =>
        Assert.That(Read(Encoding.Unicode.GetBytes(Small)).Reason, Is.EqualTo(NotEvaluatedReason.InvalidJson));

    [TestCase("\\u0069gnore", "ignore")]
    [TestCase("\\ud83d\\ude00", "\U0001F600")]
    [TestCase("a\\nb\\t\\r\\b\\f\\\"\\\\\\/", "a\nb\t\r\b\f\"\\/")]
    [TestCase("\\u00FC\\u20ac\\u0000", "ü€\0")]
    public void Read_Escapes_AreResolved(string escaped, string expected) =>
        Assert.That(TextOf($"{{\"messages\":[{{\"content\":\"{escaped}\"}}]}}"), Is.EqualTo(expected));

    [Test]
    public void Read_EscapedMemberNames_AreRead() =>
        Assert.That(
            TextOf("""{"\u006d\u0065ssages":[{"\u0063ontent":"a","r\u006fle":"user"}]}"""),
            Is.EqualTo("a"));

    [Test]
    public void Read_EscapesInSchemas_AreResolved() =>
        Assert.That(
            TextOf("""{"messages":[{}],"tools":[{"function":{"parameters": {"\u0061" : [ "\u0062", 1.0, null ]}}}]}"""),
            Is.EqualTo("""{"a":["b",1.0,null]}"""));

    [Test]
    public void Read_FailureInTheMiddle_SaysAboutWhere()
    {
        const string Body = """{"messages":[{"content":"a"},{"content":5}]}""";

        Assert.That(Read(Body).BytePosition, Is.InRange(Body.IndexOf('5', StringComparison.Ordinal), Body.Length));
    }

    [Test]
    public void Read_BufferUsedBefore_ForgetsTheOldRequest()
    {
        var buffer = new RequestBuffer();
        RequestReader.Read(ApiKind.OpenAIChatCompletions, Encoding.UTF8.GetBytes(ChatCompletionsFixture.Body), buffer);

        RequestReader.Read(ApiKind.OpenAIChatCompletions, Encoding.UTF8.GetBytes(Small), buffer);

        Assert.That((buffer.PartCount, buffer.TextLength, buffer.Content.Model.Length), Is.EqualTo((1, 2, 0)));
    }

    [Test]
    public void ReadOutcome_Default_IsNotRead() => Assert.That(default(ReadOutcome).IsRead, Is.False);

    private static string Long(int length) =>
        $"{{\"messages\":[{{\"role\":\"user\",\"content\":\"{new string('a', length)}\"}}]}}";
}
