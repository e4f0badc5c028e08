// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Responses;

public sealed class AnswerReaderTests
{
    private static readonly IReadOnlyList<ApiSample> Apis = ApiSamples.All;

    [Test]
    public void Read_PlainAnswer_FindsAll([ValueSource(nameof(Apis))] ApiSample sample) =>
        Assert.That(Summary(Read(sample.Api, AnswerForm.Json, sample.Answer)), Is.EqualTo(Expected(sample)));

    [Test]
    public void Read_Stream_FindsTheSame([ValueSource(nameof(Apis))] ApiSample sample) =>
        Assert.That(Summary(Read(sample.Api, AnswerForm.Events, sample.Stream)), Is.EqualTo(Expected(sample)));

    [Test]
    public void Read_StreamWithoutSpaceAndWithCarriageReturns_FindsTheSame([ValueSource(nameof(Apis))] ApiSample sample, [Values("\r\n", "\r")] string end)
    {
        string stream = sample.Stream.Replace("data: ", "data:", StringComparison.Ordinal).Replace("\n", end, StringComparison.Ordinal);

        Assert.That(Summary(Read(sample.Api, AnswerForm.Events, ": comment" + end + stream)), Is.EqualTo(Expected(sample)));
    }

    [Test]
    public void Read_CutAtEveryPlace_FindsTheSame([ValueSource(nameof(Apis))] ApiSample sample, [Values] bool isStream)
    {
        string text = isStream ? sample.Stream : sample.Answer;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        AnswerForm form = isStream ? AnswerForm.Events : AnswerForm.Json;
        var reader = new AnswerReader(new GatewayOptions());
        var wrong = new List<int>();
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            reader.Begin(sample.Api, form);
            reader.Read(bytes.AsSpan(0, cut));
            reader.Read(bytes.AsSpan(cut));
            if (Summary(Finish(reader)) != Expected(sample))
            {
                wrong.Add(cut);
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Read_ByteByByte_FindsTheSame([ValueSource(nameof(Apis))] ApiSample sample, [Values] bool isStream)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(sample.Api, AnswerForm.Undecided);

        foreach (byte next in Encoding.UTF8.GetBytes(isStream ? sample.Stream : sample.Answer))
        {
            reader.Read([next]);
        }

        Assert.That(Summary(Finish(reader)), Is.EqualTo(Expected(sample)));
    }

    [Test]
    public void Read_GeminiArrayStream_FindsTheSame()
    {
        string[] events = ApiSamples.GenerateContent.Stream.Split("data: ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        ExchangeAnswer answer = Read(ApiKind.GoogleGenerateContent, AnswerForm.Json, "[" + string.Join(",\r\n", events) + "]");

        Assert.That(Summary(answer), Is.EqualTo(Expected(ApiSamples.GenerateContent)));
    }

    [TestCase(ApiKind.AnthropicMessages, """{"type":"message","stop_reason":"refusal","stop_details":{"type":"refusal","category":"reasoning_extraction"}}""", "reasoning_extraction")]
    [TestCase(ApiKind.AnthropicMessages, """{"type":"message","stop_reason":"refusal"}""", "refusal")]
    [TestCase(ApiKind.OpenAIChatCompletions, """{"choices":[{"finish_reason":"content_filter"}]}""", "content_filter")]
    [TestCase(ApiKind.OpenAIChatCompletions, """{"choices":[{"message":{"refusal":"I can't."},"finish_reason":"stop"}]}""", "refusal")]
    [TestCase(ApiKind.OpenAIChatCompletions, """{"choices":[{"finish_reason":"content_filter"},{"finish_reason":"stop"}]}""", "content_filter")]
    [TestCase(ApiKind.OpenAIResponses, """{"status":"incomplete","incomplete_details":{"reason":"content_filter"}}""", "content_filter")]
    [TestCase(ApiKind.OpenAIResponses, """{"status":"completed","output":[{"content":[{"type":"refusal","refusal":"No."}]}]}""", "refusal")]
    [TestCase(ApiKind.GoogleGenerateContent, """{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}""", "PROHIBITED_CONTENT")]
    [TestCase(ApiKind.GoogleGenerateContent, """{"candidates":[{"finishReason":"SAFETY"}]}""", "SAFETY")]
    public void Read_Refusal_FindsItsCategory(ApiKind api, string answer, string category) =>
        Assert.That(Read(api, AnswerForm.Json, answer).Refusal, Is.EqualTo(category));

    [Test]
    public void Read_RefusalInAMessagesStream_FindsItsCategory() =>
        Assert.That(
            Read(
                ApiKind.AnthropicMessages,
                AnswerForm.Events,
                "data:{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"refusal\",\"stop_details\":{\"category\":\"frontier_llm\"}},\"usage\":{\"output_tokens\":2}}\n\n").Refusal,
            Is.EqualTo("frontier_llm"));

    [TestCase(ApiKind.OpenAIChatCompletions, """{"error":{"message":"slow down","type":"requests","param":null,"code":"rate_limit_exceeded"}}""", "rate_limit_exceeded")]
    [TestCase(ApiKind.OpenAIChatCompletions, """{"error":{"message":"no","type":"invalid_request_error","code":null}}""", "invalid_request_error")]
    [TestCase(ApiKind.OpenAIResponses, """{"status":"failed","error":{"code":"server_error","message":"x"}}""", "server_error")]
    [TestCase(ApiKind.AnthropicMessages, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", "overloaded_error")]
    [TestCase(ApiKind.GoogleGenerateContent, """{"error":{"code":429,"message":"x","status":"RESOURCE_EXHAUSTED"}}""", "RESOURCE_EXHAUSTED")]
    [TestCase(ApiKind.GoogleGenerateContent, """[{"error":{"code":503,"message":"x"}}]""", "503")]
    public void Read_Error_FindsItsCode(ApiKind api, string answer, string code) =>
        Assert.That(Read(api, AnswerForm.Json, answer).Error, Is.EqualTo(code));

    [TestCase("response.incomplete", """{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"usage":{"input_tokens":21,"output_tokens":9}}""", "max_output_tokens")]
    [TestCase("response.failed", """{"status":"failed","error":{"code":"server_error"},"usage":{"input_tokens":21,"output_tokens":9}}""", "failed")]
    public void Read_ResponsesStreamThatFailsOrStopsShort_HasUsageAndReason(string type, string response, string finish)
    {
        ExchangeAnswer answer = Read(ApiKind.OpenAIResponses, AnswerForm.Events, $"data:{{\"type\":\"{type}\",\"response\":{response}}}\n\n");

        Assert.That((answer.FinishReason, answer.InputTokens, answer.OutputTokens), Is.EqualTo((finish, 21L, 9L)));
    }

    [Test]
    public void Read_MalformedEventAmongOthers_IsMalformedAndTheOthersAreRead()
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(ApiKind.OpenAIChatCompletions, AnswerForm.Events);

        reader.Read(Encoding.UTF8.GetBytes("data: {\"id\":\"resp-1\",}\n\ndata: {{{\n\n" + ApiSamples.Chat.Stream));

        Assert.That((Summary(Finish(reader)), reader.IsMalformed, reader.IsWhole), Is.EqualTo((Expected(ApiSamples.Chat), true, true)));
    }

    [Test]
    public void Read_StreamCutOff_IsNotWhole([ValueSource(nameof(Apis))] ApiSample sample)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(sample.Api, AnswerForm.Events);

        reader.Read(Encoding.UTF8.GetBytes(sample.Stream[..(sample.Stream.Length / 2)]));

        Assert.That(reader.IsWhole, Is.False);
    }

    [Test]
    public void Read_WholeStream_IsWhole([ValueSource(nameof(Apis))] ApiSample sample)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(sample.Api, AnswerForm.Events);

        reader.Read(Encoding.UTF8.GetBytes(sample.Stream));

        Assert.That((reader.IsWhole, reader.IsMalformed), Is.EqualTo((true, false)));
    }

    [TestCase("{\"usage\":{\"prompt_tokens\":-1}}")]
    [TestCase("{\"usage\":{\"prompt_tokens\":1.5}}")]
    [TestCase("{\"usage\":{\"prompt_tokens\":99999999999999999999}}")]
    public void Read_ImpossibleUsage_IsMalformedAndCountsNothing(string answer)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(ApiKind.OpenAIChatCompletions, AnswerForm.Json);

        reader.Read(Encoding.UTF8.GetBytes(answer));

        Assert.That((reader.IsMalformed, Finish(reader).InputTokens), Is.EqualTo((true, 0L)));
    }

    [Test]
    public void Read_MoreSignaturesThanRoom_CountsThoseDropped()
    {
        var reader = new AnswerReader(new GatewayOptions { MaxSignatures = 2 });
        reader.Begin(ApiKind.AnthropicMessages, AnswerForm.Json);

        reader.Read("""{"content":[{"signature":"a"},{"signature":"b"},{"signature":"a"},{"signature":"c"}]}"""u8);
        ExchangeAnswer answer = Finish(reader);

        Assert.That((answer.ReasoningSignatures.Count, answer.DroppedSignatures), Is.EqualTo((2, 1)));
    }

    [Test]
    public void Read_SignatureLongerThanRoom_IsDroppedWholeNotCut()
    {
        ExchangeAnswer answer = Read(
            ApiKind.AnthropicMessages, AnswerForm.Json, $$"""{"content":[{"signature":"{{new string('x', 100_000)}}"},{"signature":"b"}]}""");

        Assert.That((answer.ReasoningSignatures.Count, answer.DroppedSignatures), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Read_LineOf16Megabytes_KeepsNothingOfIt()
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(ApiKind.OpenAIChatCompletions, AnswerForm.Events);
        reader.Read("data: {\"choices\":[{\"delta\":{\"content\":\""u8);
        byte[] piece = [.. Enumerable.Repeat((byte)'x', 64 * 1024)];
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 256; i++)
        {
            reader.Read(piece);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Read_ReaderInUse_AllocatesNothingUntilItsEnd([ValueSource(nameof(Apis))] ApiSample sample)
    {
        var reader = new AnswerReader(new GatewayOptions());
        byte[] stream = Encoding.UTF8.GetBytes(sample.Stream);
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            reader.Begin(sample.Api, AnswerForm.Events);
            long before = GC.GetAllocatedBytesForCurrentThread();
            reader.Read(stream);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // The id and the model as texts, once an answer.
        Assert.That(least, Is.LessThanOrEqualTo(80));
    }

    private static ExchangeAnswer Read(ApiKind api, AnswerForm form, string text)
    {
        var reader = new AnswerReader(new GatewayOptions());
        reader.Begin(api, form);
        reader.Read(Encoding.UTF8.GetBytes(text));
        return Finish(reader);
    }

    private static ExchangeAnswer Finish(AnswerReader reader)
    {
        var answer = new ExchangeAnswer();
        reader.Finish(answer);
        return answer;
    }

    private static string Expected(ApiSample sample) =>
        $"{sample.Id} m-1 {sample.Finish} in {ApiSamples.Input} out {ApiSamples.Output} cached {sample.Cached} refusal  error  [{string.Join(' ', sample.Signatures)}]";

    private static string Summary(ExchangeAnswer answer) =>
        $"{answer.Id} {answer.Model} {answer.FinishReason} in {answer.InputTokens} out {answer.OutputTokens} cached {answer.CachedTokens} refusal {answer.Refusal} error {answer.Error} [{string.Join(' ', answer.ReasoningSignatures.Select(blob => Encoding.UTF8.GetString(blob.Span)))}]";
}
