// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

/// <summary>What every API's reader must do, whatever the API.</summary>
public abstract class RequestReaderContract
{
    private const int HostileBodies = 10_000;
    private const int GeneratedBodies = 3_000;

    /// <summary>The API under test.</summary>
    protected abstract ApiKind Api { get; }

    /// <summary>A body with every member the API's reference page lists.</summary>
    protected abstract string Fixture { get; }

    /// <summary>The member that holds the messages.</summary>
    protected abstract string MessagesMember { get; }

    /// <summary>Makes a body by chance.</summary>
    protected abstract JsonObject Make(Random random);

    /// <summary>Finds the texts of a body slowly and obviously.</summary>
    protected abstract ExpectedRequest Expect(JsonElement body);

    /// <summary>Reads a body that must be readable.</summary>
    protected RequestBuffer ReadOk(string body)
    {
        var buffer = new RequestBuffer();
        ReadOutcome outcome = RequestReader.Read(Api, Encoding.UTF8.GetBytes(body), buffer);
        Assert.That(outcome.Reason, Is.EqualTo(NotEvaluatedReason.None), $"at {outcome.BytePosition} of {body}");
        return buffer;
    }

    /// <summary>The reason why a body is not evaluated.</summary>
    protected NotEvaluatedReason Refusal(string body, RequestReaderLimits? limits = null) =>
        RequestReader.Read(Api, Encoding.UTF8.GetBytes(body), new RequestBuffer(), limits).Reason;

    /// <summary>The pieces that a buffer holds.</summary>
    protected static IReadOnlyList<ExpectedPart> PartsOf(RequestBuffer buffer)
    {
        RequestContent content = buffer.Content;
        var parts = new List<ExpectedPart>();
        foreach (TextPart part in content.Parts)
        {
            parts.Add(new ExpectedPart(part.Role, part.Kind, part.Message, Encoding.UTF8.GetString(content[part])));
        }

        return parts;
    }

    [Test]
    public void Read_Fixture_FindsWhatTheOracleFinds() => AssertLikeOracle(Fixture);

    [Test]
    public void Read_GeneratedBodies_FindsWhatTheOracleFinds() =>
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                AssertLikeOracle(JsonScribe.Write(Make(random), random));
            },
            iter: GeneratedBodies,
            threads: 1);

    [Test]
    public void Read_FixtureCutAnywhere_SaysTruncated()
    {
        byte[] body = Encoding.UTF8.GetBytes(Fixture.TrimEnd());
        var buffer = new RequestBuffer();

        for (int length = 1; length < body.Length; length++)
        {
            ReadOutcome outcome = RequestReader.Read(Api, body.AsSpan(0, length), buffer);

            Assert.That(outcome.Reason, Is.EqualTo(NotEvaluatedReason.Truncated), $"length {length}");
        }
    }

    [Test]
    public void Read_MutatedBodies_NeverThrowsNorReadsWhatIsNoJson()
    {
        byte[] original = Encoding.UTF8.GetBytes(Fixture);
        var buffer = new RequestBuffer();

        Gen.Int.Sample(
            seed => ReadHostile(Mutate(original, new Random(seed)), buffer), iter: HostileBodies, threads: 1);
    }

    [Test]
    public void Read_RandomBytes_NeverThrowsNorReadsWhatIsNoJson()
    {
        var buffer = new RequestBuffer();

        Gen.Byte.Array[0, 200].Sample(body => ReadHostile(body, buffer), iter: HostileBodies, threads: 1);
    }

    [Test]
    public void Read_RandomTokens_NeverThrowsNorReadsWhatIsNoJson()
    {
        var buffer = new RequestBuffer();

        Gen.Int.Sample(seed => ReadHostile(Tokens(new Random(seed)), buffer), iter: HostileBodies, threads: 1);
    }

    [Test]
    public void Read_SteadyState_AllocatesNothing() => Assert.That(AllocatedBy(Fixture), Is.Zero);

    [TestCase("{\"model\":\"a\",\"model\":\"b\"}")]
    [TestCase("{\"model\":\"\\ud800\"}")]
    [TestCase("{\"model\":tru}")]
    [TestCase("{\"model\":")]
    [TestCase("{\"model\":7}")]
    public void Read_HostileBodyAgainAndAgain_AllocatesNothing(string body) => Assert.That(AllocatedBy(body), Is.Zero);

    [Test]
    public void Read_DeepBodyAgainAndAgain_AllocatesNothing() =>
        Assert.That(AllocatedBy("{\"x\":" + new string('[', 10_000)), Is.Zero);

    [Test]
    public void Read_MessagesTwice_IsRefused() =>
        Assert.That(
            Refusal($$"""{"{{MessagesMember}}":[],"{{MessagesMember}}":[]}"""),
            Is.EqualTo(NotEvaluatedReason.DuplicateMember));

    [Test]
    public void Read_MessagesTwiceOnceEscaped_IsRefused() =>
        Assert.That(
            Refusal($$"""{"{{MessagesMember}}":null,"\u{{(int)MessagesMember[0]:x4}}{{MessagesMember[1..]}}":[]}"""),
            Is.EqualTo(NotEvaluatedReason.DuplicateMember));

    [Test]
    public void Read_MessagesANumber_IsRefused() =>
        Assert.That(Refusal($$"""{"{{MessagesMember}}":7}"""), Is.EqualTo(NotEvaluatedReason.UnexpectedShape));

    [Test]
    public void Read_NoMessages_SaysNoContent() =>
        Assert.That(Refusal("""{"model":"aster-4"}"""), Is.EqualTo(NotEvaluatedReason.NoContent));

    [Test]
    public void Read_UnknownMembers_ChangesNothing()
    {
        string more = Fixture.TrimStart().Insert(1, """ "x_future":{"deep":[{"messages":[1]}],"text":7},""");

        Assert.That(PartsOf(ReadOk(more)), Is.EqualTo(PartsOf(ReadOk(Fixture))));
    }

    [Test]
    public void Read_NestedTooDeepInUnknownMember_IsRefused()
    {
        string deep = "{\"x\":" + new string('[', 10_000) + new string(']', 10_000) + "}";

        Assert.That(Refusal(deep), Is.EqualTo(NotEvaluatedReason.TooDeep));
    }

    [Test]
    public void Read_AfterFailure_BufferIsEmpty()
    {
        RequestBuffer buffer = ReadOk(Fixture);

        RequestReader.Read(Api, Encoding.UTF8.GetBytes(Fixture + "x"), buffer);

        Assert.That((buffer.PartCount, buffer.TextLength, buffer.Sampling.MessageCount), Is.EqualTo((0, 0, 0)));
    }

    // The least of five rounds: one round alone can see the compiler at work.
    private long AllocatedBy(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        var buffer = new RequestBuffer();
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                RequestReader.Read(Api, body, buffer);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private void AssertLikeOracle(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        ExpectedRequest expected = Expect(document.RootElement);
        var buffer = new RequestBuffer();
        ReadOutcome outcome = RequestReader.Read(Api, Encoding.UTF8.GetBytes(body), buffer);
        bool isEmpty = expected.Parts.Count == 0 && expected.Messages == 0 && expected.Media == 0;

        Assert.That(
            outcome.Reason, Is.EqualTo(isEmpty ? NotEvaluatedReason.NoContent : NotEvaluatedReason.None), body);
        Assert.That(PartsOf(buffer), Is.EqualTo(expected.Parts), body);
        if (!isEmpty)
        {
            Assert.That(
                (buffer.Sampling.MessageCount, buffer.Sampling.MediaCount, buffer.Sampling.ToolCount),
                Is.EqualTo((expected.Messages, expected.Media, expected.Tools)),
                body);
        }
    }

    private void ReadHostile(byte[] body, RequestBuffer buffer)
    {
        ReadOutcome outcome = RequestReader.Read(Api, body, buffer);

        Assert.That(outcome.IsRead, Is.EqualTo(outcome.Reason == NotEvaluatedReason.None));
        Assert.That(outcome.BytePosition, Is.InRange(0, body.Length));
        if (outcome.IsRead)
        {
            Assert.That(() => JsonDocument.Parse(body).Dispose(), Throws.Nothing);
            Assert.That(System.Text.Unicode.Utf8.IsValid(buffer.Content.Text), Is.True);
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> body = [.. original];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int position = random.Next(body.Count);
            switch (random.Next(5))
            {
                case 0:
                    body[position] = (byte)random.Next(256);
                    break;
                case 1:
                    body[position] = (byte)"{}[]\",:\\ntf0-.eu"[random.Next(16)];
                    break;
                case 2:
                    body.RemoveRange(position, Math.Min(random.Next(1, 20), body.Count - position));
                    break;
                case 3:
                    int length = Math.Min(random.Next(1, 60), body.Count - position);
                    body.InsertRange(random.Next(body.Count), body.GetRange(position, length));
                    break;
                default:
                    body.RemoveAt(position);
                    break;
            }

            if (body.Count == 0)
            {
                break;
            }
        }

        return [.. body];
    }

    private byte[] Tokens(Random random)
    {
        string[] tokens =
        [
            "{", "}", "[", "]", ",", ":", "\"role\"", "\"content\"", "\"text\"", "\"type\"", $"\"{MessagesMember}\"",
            "\"parts\"", "\"user\"", "\"\\ud800\"", "1", "-0.5e3", "1e999", "true", "null", " ", "\"tools\"", "\"\"",
        ];
        var text = new StringBuilder("{");
        for (int i = random.Next(40); i > 0; i--)
        {
            text.Append(tokens[random.Next(tokens.Length)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
