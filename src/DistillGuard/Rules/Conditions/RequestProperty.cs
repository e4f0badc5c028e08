// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>What a rule can ask of a request besides its words. A property the request does not give fails every test.</summary>
internal enum RequestProperty : byte
{
    ChoiceCount,
    MaxOutputTokens,
    Temperature,
    TopP,
    TopK,
    LogProbabilities,
    TopLogProbabilities,
    HasSeed,
    StopCount,
    Stream,
    OutputFormat,
    ToolCount,
    AsksForReasoning,
    ShowsReasoning,
    MessageCount,
    MediaCount,
    PromptBytes,
    SystemMessageCount,
    UserMessageCount,
    AssistantMessageCount,
    ToolMessageCount,
    HasSystemPrompt,
    HasOutputSchema,
    HasTools,
}
