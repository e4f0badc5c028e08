// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using CsCheck;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Responses;

public sealed class KnownEventTests
{
    private const string Chat = """{"id":"c-1","model":"m","choices":[{"index":0,"delta":{"content":"~"},"finish_reason":null}],"usage":null}""";
    private const string Delta = """{"type":"response.output_text.delta","sequence_number":7,"item_id":"i","content_index":0,"delta":"~","logprobs":[]}""";
    private const string Block = """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"~"}}""";

    // What an event's text or number may become, and what makes it another event; half of these are not JSON.
    private static readonly string[] Fillings =
        ["", "a", "\\n", "\\\"", "\\\\", "a\\u0041", "ü表", "a longer text than one block holds", "\t", "\"", "\\", "\",\"model\":\"n", "\n", "\r\n", "\n\n", "data: "];

    private static readonly string[] Others =
    [
        "", ": comment", "event: ping", "data: [DONE]", "data: [", "data: {}", "data", "data:", "data: ", "data: null", "data: {\"type\":\"ping\"}",
        """data: {"error":{"code":"overloaded"}}""", """data: {"choices":[{"delta":{"refusal":"No."}}]}""", """data: {"choices":[{"finish_reason":"stop"}]}""",
        """data: {"usage":{"prompt_tokens":4,"completion_tokens":2,"input_tokens":3,"output_tokens":5}}""", """data: {"type":"message_stop"}""",
        """data: {"type":"content_block_stop","index":1}""", """data: {"type":"content_block_delta","delta":{"type":"signature_delta","signature":"c2ln"}}""",
        """data: {"type":"content_block_start","content_block":{"type":"redacted_thinking","data":"ZGF0YQ=="}}""",
    ];

    private static readonly Gen<string> Line = Gen.Frequency(
        (6, Gen.Select(OneOf(Chat, Delta, Block), OneOf(Fillings)).Select((form, filling) => "data: " + form.Replace("~", filling, StringComparison.Ordinal))),
        (2, Gen.Select(OneOf(Chat, Delta, Block), Gen.Int[0, 130], OneOf("null", "\"x\"", "{", "0", " ", "\"")).Select(
            (form, place, put) => "data: " + form.Insert(Math.Min(place, form.Length), put))),
        (3, OneOf(Others)));

    // Events one after the other, now and then one of several lines.
    private static readonly Gen<string> Stream = Gen.Select(Line, OneOf("\n\n", "\n\n", "\n\n", "\n", "\r\n\r\n", "\r\r", "\n\r\n"))
        .Select((line, end) => line + end)
        .Array[1, 30]
        .Select(lines => string.Concat(lines));

    private static readonly ApiKind[] Apis = [ApiKind.OpenAIChatCompletions, ApiKind.OpenAIResponses, ApiKind.AnthropicMessages, ApiKind.GoogleGenerateContent];

    [TestCase(ApiKind.OpenAIChatCompletions, Chat)]
    [TestCase(ApiKind.OpenAIResponses, Delta)]
    [TestCase(ApiKind.AnthropicMessages, Block)]
    public void Match_NextEventOfAStream_IsKnown(ApiKind api, string form)
    {
        KnownEvent known = Learn(api, form);

        string next = form.Replace("~", "another \\\"text\\\"\\n", StringComparison.Ordinal).Replace("\"sequence_number\":7", "\"sequence_number\":1234", StringComparison.Ordinal);

        Assert.That(known.Match(Encoding.UTF8.GetBytes(next + "\n\ndata: ")), Is.EqualTo(next.Length));
    }

    [TestCase("a")]
    [TestCase("a\"")]
    [TestCase("a\"}\n\n")]
    [TestCase("a\n\"},\"finish_reason\":null}],\"usage\":null}\n")]
    [TestCase("a\\\n\"},\"finish_reason\":null}],\"usage\":null}\n")]
    [TestCase("a\"},\"finish_reason\":\"stop\"}],\"usage\":null}\n")]
    [TestCase("a\"},\"finish_reason\":null}],\"usage\":null}")]
    [TestCase("a\"},\"finish_reason\":null}],\"usage\":null} \n")]
    public void Match_AnythingElse_IsNotKnown(string rest)
    {
        KnownEvent known = Learn(ApiKind.OpenAIChatCompletions, Chat);

        Assert.That(known.Match(Encoding.UTF8.GetBytes(Chat[..Chat.IndexOf('~', StringComparison.Ordinal)] + rest)), Is.Zero);
    }

    [Test]
    public void Learn_LongerThanRoomOrWithTooManyGaps_KnowsNothing(
        [Values("{\"a\":\"{x}\"}", "[{0}1]")] string form)
    {
        string data = form.Replace("{x}", new string('x', 2_000), StringComparison.Ordinal).Replace("{0}", string.Concat(Enumerable.Repeat("1,", 20)), StringComparison.Ordinal);
        KnownEvent known = Learn(ApiKind.OpenAIChatCompletions, "{}");

        known.Learn(Encoding.UTF8.GetBytes(data), Read(ApiKind.OpenAIChatCompletions, data).Gaps);

        Assert.That((known.Match(Encoding.UTF8.GetBytes(data + "\n")), known.Match("{}\n"u8)), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Read_BlocksThatEndAlike_CloseTheirSignaturesAllTheSame()
    {
        const string Stop = "data: {\"type\":\"content_block_stop\",\"index\":0}\n\n";
        const string Signed = "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"signature_delta\",\"signature\":\"~\"}}\n\n";
        string stream = Stop + Signed.Replace('~', 'a') + Stop + Signed.Replace('~', 'b') + Stop;

        Assert.That(Read(ApiKind.AnthropicMessages, stream, [stream.Length]), Does.Contain(" 2 False"));
    }

    [TestCase("\ndata: \n\n", "True False")]
    [TestCase("\ndata: {}\n\n", "True True")]
    public void Read_KnownEventWithASecondLine_IsMalformedUnlessTheLineIsEmpty(string end, string wholeAndMalformed)
    {
        string stream = $"data: {Chat}\n\ndata: {Chat}\n\ndata: {Chat}{end}data: [DONE]\n\n";

        Assert.That(Read(ApiKind.OpenAIChatCompletions, stream, [stream.Length]), Does.EndWith(wholeAndMalformed));
    }

    [Test]
    public void Read_AnyStream_TellsTheSameAsByteByByte() =>
        Gen.Select(OneOf(Apis), Stream, Gen.Int[1, 400].Array[1, 6]).Sample(
            (api, stream, cuts) => Read(api, stream, cuts) == Read(api, stream, [1]),
            iter: 20_000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static KnownEvent Learn(ApiKind api, string form)
    {
        var known = new KnownEvent();
        known.Learn(Encoding.UTF8.GetBytes(form), Read(api, form).Gaps);
        return known;
    }

    private static JsonSieve Read(ApiKind api, string data)
    {
        var sieve = new JsonSieve(new LateReader(api), mostRoom: 100);
        sieve.Reset();
        sieve.Read(Encoding.UTF8.GetBytes(data));
        Assert.That(sieve.IsWhole);
        return sieve;
    }

    private static string Read(ApiKind api, string stream, int[] cuts)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(api, AnswerForm.Events);
        ReadOnlySpan<byte> text = Encoding.UTF8.GetBytes(stream);
        for (int i = 0; !text.IsEmpty; i++)
        {
            int length = Math.Min(cuts[i % cuts.Length], text.Length);
            reader.Read(text[..length]);
            text = text[length..];
        }

        var answer = new ExchangeAnswer();
        reader.Finish(answer);
        return $"{answer.Id} {answer.Model} {answer.FinishReason} {answer.InputTokens} {answer.OutputTokens} {answer.Refusal} {answer.Error} {answer.ReasoningSignatures.Count} {reader.IsWhole} {reader.IsMalformed}";
    }

    // Wants what an answer's reader wants once it has the id and the model.
    private sealed class LateReader(ApiKind api) : ISieveTarget
    {
        public bool Wants(ulong path) => Find(path) is not (AnswerField.None or AnswerField.Id or AnswerField.Model);

        public void Take(ulong path, JsonTokenType kind, ReadOnlySpan<byte> value) => Assert.That(Find(path), Is.EqualTo(AnswerField.EventType));

        public void TakeTooLong(ulong path) => Assert.Fail();

        private AnswerField Find(ulong path) => api switch
        {
            ApiKind.OpenAIChatCompletions => ChatCompletionsAnswer.Find(path),
            ApiKind.OpenAIResponses => ResponsesAnswer.Find(path),
            _ => MessagesAnswer.Find(path),
        };
    }
}
