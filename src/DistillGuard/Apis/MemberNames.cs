// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

/// <summary>Finds the <see cref="Member"/> of a JSON name.</summary>
/// <remarks>
/// Google's parser takes <c>topP</c> and <c>top_p</c> alike, so both are one member; else the second spelling would
/// hide a text. Names are grouped by length: a look-up compares with a handful of them.
/// </remarks>
internal static class MemberNames
{
    /// <summary>Finds the member of an unescaped name; <see cref="Member.Unknown"/> when no reader knows it.</summary>
    public static Member Find(ReadOnlySpan<byte> name) => name.Length switch
    {
        1 => FindOf1(name),
        4 => FindOf4(name),
        5 => FindOf5(name),
        6 => FindOf6(name),
        7 => FindOf7(name),
        8 => FindOf8(name),
        9 => FindOf9(name),
        10 => FindOf10(name),
        11 => FindOf11(name),
        12 => FindOf12(name),
        13 => FindOf13(name),
        14 => FindOf14(name),
        15 => FindOf15(name),
        16 => FindOf16(name),
        17 => FindOf17(name),
        18 => FindOf18(name),
        19 => FindOf19(name),
        20 => FindOf20(name),
        21 => FindOf21(name),
        22 => FindOf22(name),
        _ => Member.Unknown,
    };

    private static Member FindOf1(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("n"u8) ? Member.ChoiceCount :
        Member.Unknown;

    private static Member FindOf4(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("role"u8) ? Member.Role :
        name.SequenceEqual("type"u8) ? Member.Type :
        name.SequenceEqual("text"u8) ? Member.Text :
        name.SequenceEqual("name"u8) ? Member.Name :
        name.SequenceEqual("topP"u8) ? Member.TopP :
        name.SequenceEqual("topK"u8) ? Member.TopK :
        name.SequenceEqual("seed"u8) ? Member.Seed :
        name.SequenceEqual("stop"u8) ? Member.Stop :
        name.SequenceEqual("user"u8) ? Member.User :
        name.SequenceEqual("code"u8) ? Member.Code :
        name.SequenceEqual("data"u8) ? Member.Data :
        name.SequenceEqual("args"u8) ? Member.Args :
        Member.Unknown;

    private static Member FindOf5(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("model"u8) ? Member.Model :
        name.SequenceEqual("input"u8) ? Member.Input :
        name.SequenceEqual("tools"u8) ? Member.Tools :
        name.SequenceEqual("top_p"u8) ? Member.TopP :
        name.SequenceEqual("top_k"u8) ? Member.TopK :
        name.SequenceEqual("error"u8) ? Member.Error :
        name.SequenceEqual("title"u8) ? Member.Title :
        name.SequenceEqual("parts"u8) ? Member.Parts :
        Member.Unknown;

    private static Member FindOf6(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("custom"u8) ? Member.Custom :
        name.SequenceEqual("format"u8) ? Member.Format :
        name.SequenceEqual("stream"u8) ? Member.Stream :
        name.SequenceEqual("schema"u8) ? Member.Schema :
        name.SequenceEqual("effort"u8) ? Member.Effort :
        name.SequenceEqual("prompt"u8) ? Member.Prompt :
        name.SequenceEqual("output"u8) ? Member.Output :
        name.SequenceEqual("action"u8) ? Member.Action :
        name.SequenceEqual("stdout"u8) ? Member.Stdout :
        name.SequenceEqual("stderr"u8) ? Member.Stderr :
        name.SequenceEqual("system"u8) ? Member.System :
        name.SequenceEqual("source"u8) ? Member.Source :
        Member.Unknown;

    private static Member FindOf7(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("content"u8) ? Member.Content :
        name.SequenceEqual("refusal"u8) ? Member.Refusal :
        name.SequenceEqual("include"u8) ? Member.Include :
        name.SequenceEqual("summary"u8) ? Member.Summary :
        name.SequenceEqual("outputs"u8) ? Member.Outputs :
        name.SequenceEqual("results"u8) ? Member.Results :
        name.SequenceEqual("queries"u8) ? Member.Queries :
        name.SequenceEqual("display"u8) ? Member.Display :
        name.SequenceEqual("user_id"u8) ? Member.UserId :
        name.SequenceEqual("context"u8) ? Member.Context :
        name.SequenceEqual("thought"u8) ? Member.Thought :
        Member.Unknown;

    private static Member FindOf8(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("messages"u8) ? Member.Messages :
        name.SequenceEqual("function"u8) ? Member.Function :
        name.SequenceEqual("logprobs"u8) ? Member.Logprobs :
        name.SequenceEqual("thinking"u8) ? Member.Thinking :
        name.SequenceEqual("metadata"u8) ? Member.Metadata :
        name.SequenceEqual("contents"u8) ? Member.Contents :
        name.SequenceEqual("response"u8) ? Member.Response :
        Member.Unknown;

    private static Member FindOf9(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("arguments"u8) ? Member.Arguments :
        name.SequenceEqual("functions"u8) ? Member.Functions :
        name.SequenceEqual("reasoning"u8) ? Member.Reasoning :
        name.SequenceEqual("variables"u8) ? Member.Variables :
        name.SequenceEqual("operation"u8) ? Member.Operation :
        name.SequenceEqual("signature"u8) ? Member.Signature :
        Member.Unknown;

    private static Member FindOf10(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("tool_calls"u8) ? Member.ToolCalls :
        name.SequenceEqual("parameters"u8) ? Member.Parameters :
        name.SequenceEqual("max_tokens"u8) ? Member.MaxTokens :
        name.SequenceEqual("prediction"u8) ? Member.Prediction :
        Member.Unknown;

    private static Member FindOf11(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("description"u8) ? Member.Description :
        name.SequenceEqual("temperature"u8) ? Member.Temperature :
        name.SequenceEqual("json_schema"u8) ? Member.JsonSchema :
        Member.Unknown;

    private static Member FindOf12(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("functionCall"u8) ? Member.FunctionCall :
        name.SequenceEqual("top_logprobs"u8) ? Member.TopLogprobs :
        name.SequenceEqual("instructions"u8) ? Member.Instructions :
        name.SequenceEqual("input_schema"u8) ? Member.InputSchema :
        Member.Unknown;

    private static Member FindOf13(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("function_call"u8) ? Member.FunctionCall :
        name.SequenceEqual("stopSequences"u8) ? Member.StopSequences :
        name.SequenceEqual("budget_tokens"u8) ? Member.BudgetTokens :
        name.SequenceEqual("output_config"u8) ? Member.OutputConfig :
        name.SequenceEqual("output_format"u8) ? Member.OutputFormat :
        name.SequenceEqual("thinkingLevel"u8) ? Member.ThinkingLevel :
        Member.Unknown;

    private static Member FindOf14(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("candidateCount"u8) ? Member.CandidateCount :
        name.SequenceEqual("stop_sequences"u8) ? Member.StopSequences :
        name.SequenceEqual("responseSchema"u8) ? Member.ResponseSchema :
        name.SequenceEqual("thinkingConfig"u8) ? Member.ThinkingConfig :
        name.SequenceEqual("thinkingBudget"u8) ? Member.ThinkingBudget :
        name.SequenceEqual("thinking_level"u8) ? Member.ThinkingLevel :
        name.SequenceEqual("executableCode"u8) ? Member.ExecutableCode :
        Member.Unknown;

    private static Member FindOf15(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("maxOutputTokens"u8) ? Member.MaxOutputTokens :
        name.SequenceEqual("candidate_count"u8) ? Member.CandidateCount :
        name.SequenceEqual("response_format"u8) ? Member.ResponseFormat :
        name.SequenceEqual("response_schema"u8) ? Member.ResponseSchema :
        name.SequenceEqual("thinking_config"u8) ? Member.ThinkingConfig :
        name.SequenceEqual("includeThoughts"u8) ? Member.IncludeThoughts :
        name.SequenceEqual("thinking_budget"u8) ? Member.ThinkingBudget :
        name.SequenceEqual("executable_code"u8) ? Member.ExecutableCode :
        Member.Unknown;

    private static Member FindOf16(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("responseLogprobs"u8) ? Member.ResponseLogprobs :
        name.SequenceEqual("reasoning_effort"u8) ? Member.ReasoningEffort :
        name.SequenceEqual("generate_summary"u8) ? Member.GenerateSummary :
        name.SequenceEqual("generationConfig"u8) ? Member.GenerationConfig :
        name.SequenceEqual("responseMimeType"u8) ? Member.ResponseMimeType :
        name.SequenceEqual("include_thoughts"u8) ? Member.IncludeThoughts :
        name.SequenceEqual("thoughtSignature"u8) ? Member.ThoughtSignature :
        name.SequenceEqual("functionResponse"u8) ? Member.FunctionResponse :
        Member.Unknown;

    private static Member FindOf17(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("reasoning_content"u8) ? Member.ReasoningContent :
        name.SequenceEqual("max_output_tokens"u8) ? Member.MaxOutputTokens :
        name.SequenceEqual("response_logprobs"u8) ? Member.ResponseLogprobs :
        name.SequenceEqual("safety_identifier"u8) ? Member.SafetyIdentifier :
        name.SequenceEqual("encrypted_content"u8) ? Member.EncryptedContent :
        name.SequenceEqual("systemInstruction"u8) ? Member.SystemInstruction :
        name.SequenceEqual("generation_config"u8) ? Member.GenerationConfig :
        name.SequenceEqual("thought_signature"u8) ? Member.ThoughtSignature :
        name.SequenceEqual("function_response"u8) ? Member.FunctionResponse :
        Member.Unknown;

    private static Member FindOf18(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("system_instruction"u8) ? Member.SystemInstruction :
        name.SequenceEqual("response_mime_type"u8) ? Member.ResponseMimeType :
        name.SequenceEqual("responseJsonSchema"u8) ? Member.ResponseJsonSchema :
        Member.Unknown;

    private static Member FindOf19(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("codeExecutionResult"u8) ? Member.CodeExecutionResult :
        Member.Unknown;

    private static Member FindOf20(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("parametersJsonSchema"u8) ? Member.ParametersJsonSchema :
        name.SequenceEqual("previous_response_id"u8) ? Member.PreviousResponseId :
        name.SequenceEqual("response_json_schema"u8) ? Member.ResponseJsonSchema :
        name.SequenceEqual("functionDeclarations"u8) ? Member.FunctionDeclarations :
        Member.Unknown;

    private static Member FindOf21(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("max_completion_tokens"u8) ? Member.MaxCompletionTokens :
        name.SequenceEqual("code_execution_result"u8) ? Member.CodeExecutionResult :
        name.SequenceEqual("function_declarations"u8) ? Member.FunctionDeclarations :
        Member.Unknown;

    private static Member FindOf22(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("parameters_json_schema"u8) ? Member.ParametersJsonSchema :
        Member.Unknown;
}
