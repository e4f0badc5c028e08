// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

internal static class ChatCompletionsFixture
{
    public const string Body = """
        {
          "model": "aster-4",
          "messages": [
            { "role": "system", "content": "You plan gardens." },
            { "role": "developer", "content": [{ "type": "text", "text": "Answer \u0069n metres." }] },
            { "role": "user", "name": "kim", "content": [
              { "type": "text", "text": "What grows on this slope?\nIt faces \"north\"." },
              { "type": "image_url", "image_url": { "url": "https://example.org/slope.png", "detail": "low" } },
              { "type": "input_audio", "input_audio": { "data": "UklGRg==", "format": "wav" } },
              { "type": "file", "file": { "file_id": "file-1" } }
            ] },
            { "role": "assistant", "content": null, "refusal": null, "audio": null, "reasoning_content": "Look it up.",
              "tool_calls": [
                { "id": "call_1", "type": "function",
                  "function": { "name": "find_plants", "arguments": "{\"shade\":true}" } },
                { "id": "call_2", "type": "custom", "custom": { "name": "note", "input": "slope" } }
              ] },
            { "role": "tool", "tool_call_id": "call_1", "content": "ferns, hostas" },
            { "role": "assistant", "function_call": { "name": "price", "arguments": "{}" } },
            { "role": "function", "name": "price", "content": "12 euros" },
            { "content": [{ "type": "refusal", "refusal": "I cannot price that." }], "role": "assistant" },
            { "role": "user", "content": "Then only the ferns, \ud83c\udf3f please." }
          ],
          "max_completion_tokens": 900,
          "max_tokens": 100,
          "n": 3,
          "temperature": 0.7,
          "top_p": 0.95,
          "top_k": 40,
          "logprobs": true,
          "top_logprobs": 5,
          "logit_bias": { "50256": -100 },
          "seed": 7,
          "stop": ["END", "STOP"],
          "stream": true,
          "stream_options": { "include_usage": true, "include_obfuscation": false },
          "tools": [
            { "type": "function", "function": { "name": "find_plants", "description": "Finds plants.", "strict": true,
              "parameters": { "type": "object", "properties": { "shade": { "type": "boolean" } } } } },
            { "type": "custom", "custom": { "name": "note", "description": "Takes a note.",
              "format": { "type": "text" } } }
          ],
          "tool_choice": { "type": "function", "function": { "name": "find_plants" } },
          "parallel_tool_calls": false,
          "functions": [{ "name": "price", "parameters": { "type": "object" } }],
          "response_format": { "type": "json_schema", "json_schema": { "name": "plan", "description": "A plan.",
            "strict": true, "schema": { "type": "object", "required": ["plants"] } } },
          "reasoning_effort": "high",
          "verbosity": "low",
          "prediction": { "type": "content", "content": "Plant ferns." },
          "user": "u_17",
          "safety_identifier": "sid_17",
          "prompt_cache_key": "garden",
          "prompt_cache_options": { "mode": "auto", "ttl": "1h" },
          "prompt_cache_retention": "24h",
          "metadata": { "app": "garden" },
          "store": false,
          "service_tier": "auto",
          "modalities": ["text"],
          "moderation": null,
          "frequency_penalty": 0,
          "presence_penalty": 0,
          "web_search_options": { "search_context_size": "low" }
        }
        """;
}
