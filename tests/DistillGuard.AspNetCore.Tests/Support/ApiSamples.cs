// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Support;

/// <summary>The four APIs. Every answer has 21 input tokens and 9 output tokens, whichever way the API counts them.</summary>
internal static class ApiSamples
{
    public const long Input = 21;
    public const long Output = 9;

    public static ApiSample Chat { get; } = new(
        ApiKind.OpenAIChatCompletions,
        "/v1/chat/completions",
        "/v1/chat/completions",
        """{"model":"m","stream":true,"messages":[{"role":"user","content":"What is a hash table?"}]}""",
        """{"id":"resp-1","object":"chat.completion","model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":"A \"table\" \\ with ünïcode 表.","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":21,"completion_tokens":9,"total_tokens":30,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":3}}}""",
        """
        data: {"id":"resp-1","model":"m-1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}

        data: {"id":"resp-1","model":"m-1","choices":[{"index":0,"delta":{"content":"A table: {\"usage\":{\"prompt_tokens\":99}}"},"finish_reason":null}],"usage":null}

        data: {"id":"resp-1","model":"m-1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}

        data: {"id":"resp-1","model":"m-1","choices":[],"usage":{"prompt_tokens":21,"completion_tokens":9,"total_tokens":30,"prompt_tokens_details":{"cached_tokens":4}}}

        data: [DONE]


        """)
    {
        Cached = 4,
    };

    public static ApiSample Responses { get; } = new(
        ApiKind.OpenAIResponses,
        "/v1/responses",
        "/v1/responses",
        """{"model":"m","stream":true,"input":"What is a hash table?"}""",
        """{"id":"resp-1","object":"response","status":"completed","model":"m-1","error":null,"incomplete_details":null,"output":[{"type":"reasoning","id":"rs-1","summary":[],"encrypted_content":"c2VhbGVk"},{"type":"message","content":[{"type":"output_text","text":"A table."}]}],"usage":{"input_tokens":21,"input_tokens_details":{"cached_tokens":4},"output_tokens":9,"output_tokens_details":{"reasoning_tokens":3},"total_tokens":30}}""",
        """
        event: response.created
        data: {"type":"response.created","response":{"id":"resp-1","model":"m-1","status":"in_progress","error":null,"output":[],"usage":null}}

        event: response.output_item.done
        data: {"type":"response.output_item.done","item":{"type":"reasoning","id":"rs-1","encrypted_content":"c2VhbGVk"}}

        event: response.output_text.delta
        data: {"type":"response.output_text.delta","delta":"A table."}

        event: response.completed
        data: {"type":"response.completed","response":{"id":"resp-1","model":"m-1","status":"completed","error":null,"output":[{"type":"reasoning","encrypted_content":"c2VhbGVk"}],"usage":{"input_tokens":21,"input_tokens_details":{"cached_tokens":4},"output_tokens":9}}}


        """)
    {
        Finish = "completed",
        Signatures = ["c2VhbGVk"],
        Cached = 4,
    };

    public static ApiSample Messages { get; } = new(
        ApiKind.AnthropicMessages,
        "/v1/messages",
        "/v1/messages",
        """{"model":"m","max_tokens":100,"stream":true,"messages":[{"role":"user","content":"What is a hash table?"}]}""",
        """{"id":"resp-1","type":"message","role":"assistant","model":"m-1","content":[{"type":"thinking","thinking":"Hm.","signature":"RXFvQmth+/=="},{"type":"redacted_thinking","data":"RW1nUg=="},{"type":"text","text":"A table."}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":12,"cache_creation_input_tokens":5,"cache_read_input_tokens":4,"output_tokens":9}}""",
        """
        event: message_start
        data: {"type":"message_start","message":{"id":"resp-1","type":"message","model":"m-1","content":[],"stop_reason":null,"usage":{"input_tokens":12,"cache_creation_input_tokens":5,"cache_read_input_tokens":4,"output_tokens":1}}}

        event: content_block_start
        data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

        event: ping
        data: {"type":"ping"}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"RXFvQm"}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"th+/=="}}

        event: content_block_stop
        data: {"type":"content_block_stop","index":0}

        event: content_block_start
        data: {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"RW1nUg=="}}

        event: content_block_stop
        data: {"type":"content_block_stop","index":1}

        event: content_block_delta
        data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"A table."}}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":9}}

        event: message_stop
        data: {"type":"message_stop"}


        """)
    {
        Finish = "end_turn",
        Signatures = ["RXFvQmth+/==", "RW1nUg=="],
        Cached = 4,
    };

    public static ApiSample GenerateContent { get; } = new(
        ApiKind.GoogleGenerateContent,
        "/v1beta/models/m:generateContent",
        "/v1beta/models/m:streamGenerateContent?alt=sse",
        """{"contents":[{"role":"user","parts":[{"text":"What is a hash table?"}]}]}""",
        """{"candidates":[{"content":{"role":"model","parts":[{"text":"A table.","thoughtSignature":"Q2lRQg=="}]},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":21,"candidatesTokenCount":6,"thoughtsTokenCount":3,"cachedContentTokenCount":4,"totalTokenCount":30},"modelVersion":"m-1","responseId":"resp-1"}""",
        """
        data: {"candidates":[{"content":{"role":"model","parts":[{"text":"A "}]},"index":0}],"usageMetadata":{"promptTokenCount":21,"totalTokenCount":21},"modelVersion":"m-1","responseId":"resp-1"}

        data: {"candidates":[{"content":{"role":"model","parts":[{"text":"table.","thoughtSignature":"Q2lRQg=="}]},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":21,"candidatesTokenCount":6,"thoughtsTokenCount":3,"cachedContentTokenCount":4,"totalTokenCount":30},"modelVersion":"m-1","responseId":"resp-1"}


        """)
    {
        Finish = "STOP",
        Signatures = ["Q2lRQg=="],
        Cached = 4,
    };

    public static IReadOnlyList<ApiSample> All { get; } = [Chat, Responses, Messages, GenerateContent];
}
