// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Conditions;

/// <summary>Names and values of the properties that rules can test.</summary>
internal static class RequestProperties
{
    /// <summary>The names in documents, in the order of <see cref="RequestProperty"/>.</summary>
    public static readonly string[] Names =
    [
        "choiceCount", "maxOutputTokens", "temperature", "topP", "topK", "logProbabilities", "topLogProbabilities", "hasSeed",
        "stopCount", "stream", "outputFormat", "toolCount", "asksForReasoning", "showsReasoning", "messageCount", "mediaCount",
        "promptBytes", "systemMessageCount", "userMessageCount", "assistantMessageCount", "toolMessageCount", "hasSystemPrompt",
        "hasOutputSchema", "hasTools",
    ];

    /// <summary>The names of output formats, in the order of <see cref="OutputFormat"/>.</summary>
    public static readonly string[] Formats = ["text", "jsonObject", "jsonSchema"];

    /// <summary>Whether a property is true or false; then 1 stands for true.</summary>
    public static bool IsBoolean(RequestProperty property) => property
        is RequestProperty.LogProbabilities or RequestProperty.HasSeed or RequestProperty.Stream
        or RequestProperty.AsksForReasoning or RequestProperty.ShowsReasoning or RequestProperty.HasSystemPrompt
        or RequestProperty.HasOutputSchema or RequestProperty.HasTools;

    /// <summary>The value, or <see cref="double.NaN"/> when the request does not give it.</summary>
    public static double Read(in RequestContent content, RequestProperty property)
    {
        SamplingParameters sampling = content.Sampling;
        return property switch
        {
            RequestProperty.ChoiceCount => sampling.ChoiceCount,
            RequestProperty.MaxOutputTokens => GivenOrNaN(sampling.MaxOutputTokens),
            RequestProperty.Temperature => sampling.Temperature,
            RequestProperty.TopP => sampling.TopP,
            RequestProperty.TopK => GivenOrNaN(sampling.TopK),
            RequestProperty.LogProbabilities => sampling.LogProbabilities ? 1 : 0,
            RequestProperty.TopLogProbabilities => sampling.TopLogProbabilities,
            RequestProperty.HasSeed => sampling.HasSeed ? 1 : 0,
            RequestProperty.StopCount => sampling.StopCount,
            RequestProperty.Stream => sampling.Stream ? 1 : 0,
            RequestProperty.OutputFormat => (double)sampling.OutputFormat,
            RequestProperty.ToolCount => sampling.ToolCount,
            RequestProperty.AsksForReasoning => sampling.AsksForReasoning ? 1 : 0,
            RequestProperty.ShowsReasoning => sampling.ShowsReasoning ? 1 : 0,
            RequestProperty.MessageCount => sampling.MessageCount,
            RequestProperty.MediaCount => sampling.MediaCount,
            RequestProperty.SystemMessageCount => Messages(in content, MessageRole.System),
            RequestProperty.UserMessageCount => Messages(in content, MessageRole.User),
            RequestProperty.AssistantMessageCount => Messages(in content, MessageRole.Assistant),
            RequestProperty.ToolMessageCount => Messages(in content, MessageRole.Tool),
            RequestProperty.HasSystemPrompt => Messages(in content, MessageRole.System) > 0 ? 1 : 0,
            RequestProperty.HasOutputSchema => sampling.OutputFormat == OutputFormat.JsonSchema || Has(in content, TextKind.OutputSchema) ? 1 : 0,
            RequestProperty.HasTools => sampling.ToolCount > 0 || Has(in content, TextKind.ToolDefinition) ? 1 : 0,
            _ => PromptBytes(in content),
        };
    }

    private static double GivenOrNaN(int value) => value == 0 ? double.NaN : value;

    /// <summary>Messages of a role: runs of pieces of one message. A message may mix words and tool results.</summary>
    private static int Messages(in RequestContent content, MessageRole role)
    {
        int count = 0;
        int last = -1;
        foreach (TextPart part in content.Parts)
        {
            bool isWords = part.Kind is TextKind.Prompt or TextKind.ToolResult;
            if (isWords && part.Role == role && part.Message != last)
            {
                count++;
                last = part.Message;
            }
        }

        return count;
    }

    private static bool Has(in RequestContent content, TextKind kind)
    {
        foreach (TextPart part in content.Parts)
        {
            if (part.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private static int PromptBytes(in RequestContent content)
    {
        int bytes = 0;
        foreach (TextPart part in content.Parts)
        {
            bytes += part.Kind == TextKind.Prompt ? part.Length : 0;
        }

        return bytes;
    }
}
