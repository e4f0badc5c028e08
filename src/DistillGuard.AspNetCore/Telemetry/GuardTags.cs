// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>Every tag that there is, made once: all values come from closed lists, so nobody who sends requests can add one.</summary>
/// <remarks>No account, credential, address, end user, header or word of a prompt is ever a tag, nor a model: its name is any string the sender likes.</remarks>
internal static class GuardTags
{
    public const string Api = "distillguard.api";
    public const string Outcome = "distillguard.outcome";
    public const string Reason = "distillguard.not_evaluated.reason";
    public const string Level = "distillguard.level";
    public const string Family = "distillguard.signal.family";
    public const string Policy = "distillguard.signal.is_policy";
    public const string Action = "distillguard.action";
    public const string DryRun = "distillguard.action.is_dry_run";
    public const string Source = "distillguard.fault.source";
    public const string Detector = "distillguard.detector.name";
    public const string Event = "distillguard.event";
    public const string Table = "distillguard.table";
    public const string Recorded = "distillguard.recorder.outcome";
    public const string Saved = "distillguard.snapshot.outcome";
    public const string TokenType = "gen_ai.token.type";
    public const string Provider = "gen_ai.provider.name";
    public const string Operation = "gen_ai.operation.name";

    public static readonly KeyValuePair<string, object?> Evaluated = new(Outcome, "evaluated");
    public static readonly KeyValuePair<string, object?> NotEvaluated = new(Outcome, "not_evaluated");
    public static readonly KeyValuePair<string, object?> InputTokens = new(TokenType, "input");
    public static readonly KeyValuePair<string, object?> OutputTokens = new(TokenType, "output");

    private static readonly KeyValuePair<string, object?>[] Apis = Make<ApiKind>(Api, NameOf);
    private static readonly KeyValuePair<string, object?>[] Providers = Make<ApiKind>(Provider, ProviderOf);
    private static readonly KeyValuePair<string, object?>[] Operations = Make<ApiKind>(Operation, OperationOf);
    private static readonly KeyValuePair<string, object?>[] Reasons = Make<NotEvaluatedReason>(Reason, Snake);
    private static readonly KeyValuePair<string, object?>[] Levels = Make<VerdictLevel>(Level, Snake);
    private static readonly KeyValuePair<string, object?>[] Families = Make<SignalFamily>(Family, Snake);
    private static readonly KeyValuePair<string, object?>[] Actions = Make<GuardAction>(Action, Snake);

    // Boxed once.
    private static readonly object True = true;
    private static readonly object False = false;

    public static KeyValuePair<string, object?> Of(ApiKind api) => Apis[(int)api];

    public static KeyValuePair<string, object?> Of(NotEvaluatedReason reason) => Reasons[(int)reason];

    public static KeyValuePair<string, object?> Of(VerdictLevel level) => Levels[(int)level];

    public static KeyValuePair<string, object?> Of(SignalFamily family) => Families[(int)family];

    public static KeyValuePair<string, object?> Of(GuardAction action) => Actions[(int)action];

    public static KeyValuePair<string, object?> ProviderTag(ApiKind api) => Providers[(int)api];

    public static KeyValuePair<string, object?> OperationTag(ApiKind api) => Operations[(int)api];

    public static KeyValuePair<string, object?> IsPolicy(bool value) => new(Policy, value ? True : False);

    public static KeyValuePair<string, object?> IsDryRun(bool value) => new(DryRun, value ? True : False);

    /// <summary>A name of ours as OpenTelemetry writes names.</summary>
    public static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Snake<TValue>(TValue value)
        where TValue : struct, Enum => Snake(value.ToString());

    private static KeyValuePair<string, object?>[] Make<TValue>(string tag, Func<TValue, string> name)
        where TValue : struct, Enum => [.. Enum.GetValues<TValue>().Select(value => KeyValuePair.Create<string, object?>(tag, name(value)))];

    private static string NameOf(ApiKind api) => api switch
    {
        ApiKind.OpenAIChatCompletions => "openai.chat_completions",
        ApiKind.OpenAIResponses => "openai.responses",
        ApiKind.AnthropicMessages => "anthropic.messages",
        ApiKind.GoogleGenerateContent => "google.generate_content",
        _ => "unknown",
    };

    private static string ProviderOf(ApiKind api) => api switch
    {
        ApiKind.OpenAIChatCompletions or ApiKind.OpenAIResponses => "openai",
        ApiKind.AnthropicMessages => "anthropic",
        ApiKind.GoogleGenerateContent => "gcp.gemini",
        _ => "unknown",
    };

    private static string OperationOf(ApiKind api) => api switch
    {
        ApiKind.GoogleGenerateContent => "generate_content",
        ApiKind.Unknown => "unknown",
        _ => "chat",
    };
}
