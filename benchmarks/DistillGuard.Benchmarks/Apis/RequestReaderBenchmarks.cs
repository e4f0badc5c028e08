// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DistillGuard.Apis;
using DistillGuard.Benchmarks.Peers;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Apis;

/// <summary>A body to its texts and parameters. The stock rows take texts and a few parameters only, and check less.</summary>
public class RequestReaderBenchmarks
{
    private readonly RequestBuffer _buffer = new();

    [ParamsSource(nameof(Bodies))]
    public SampleBody Body { get; set; } = null!;

    public static IEnumerable<SampleBody> Bodies => SampleBody.Spread;

    [GlobalSetup]
    public void CheckAnswers()
    {
        int characters = StockJsonDocument();
        _ = DistillGuard();
        int ours = 0;
        foreach (TextPart part in _buffer.Content.Parts)
        {
            ours += Encoding.UTF8.GetCharCount(_buffer.Content[part]);
        }

        if (ours != characters || StockSourceGeneratedSerializer() != characters)
        {
            throw new InvalidOperationException(
                $"{characters} characters of text; {ours} read, {StockSourceGeneratedSerializer()} deserialized.");
        }
    }

    [Benchmark(Baseline = true)]
    public int StockJsonDocument()
    {
        using JsonDocument document = JsonDocument.Parse(Body.Utf8);
        int length = 0;
        foreach (string text in StockTexts.Read(document.RootElement))
        {
            length += text.Length;
        }

        return length;
    }

    [Benchmark]
    public int StockSourceGeneratedSerializer() => Body.Api switch
    {
        ApiKind.OpenAIChatCompletions => Length(JsonSerializer.Deserialize(Body.Utf8, StockJsonContext.Default.Chat)!),
        ApiKind.OpenAIResponses => Length(JsonSerializer.Deserialize(Body.Utf8, StockJsonContext.Default.Responses)!),
        ApiKind.AnthropicMessages => Length(JsonSerializer.Deserialize(Body.Utf8, StockJsonContext.Default.Messages)!),
        _ => Length(JsonSerializer.Deserialize(Body.Utf8, StockJsonContext.Default.GenerateContent)!),
    };

    [Benchmark]
    [HotPath]
    public int DistillGuard()
    {
        ReadOutcome outcome = RequestReader.Read(Body.Api, Body.Utf8, _buffer);
        int length = 0;
        foreach (TextPart part in _buffer.Content.Parts)
        {
            length += part.Length;
        }

        return outcome.IsRead ? length : -1;
    }

    private static int Length(StockBody.Chat body) => body.Messages!.Sum(message => message.Content!.Length);

    private static int Length(StockBody.Responses body) => body.Instructions!.Length + Length(body.Input!);

    private static int Length(StockBody.Messages body) => body.System!.Length + Length(body.List!);

    private static int Length(StockBody.BlockMessage[] messages) =>
        messages.Sum(message => message.Content!.Sum(block => block.Text!.Length));

    private static int Length(StockBody.GenerateContent body) =>
        body.Contents!.Sum(message => message.Parts!.Sum(block => block.Text!.Length));
}
