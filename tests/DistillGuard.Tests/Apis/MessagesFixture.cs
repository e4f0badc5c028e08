// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

internal static class MessagesFixture
{
    public const string Body = """
        {
          "model": "lyra-2",
          "max_tokens": 4096,
          "system": [{ "type": "text", "text": "You repair bicycles.", "cache_control": { "type": "ephemeral" } }],
          "messages": [
            { "role": "user", "content": "My chain slips." },
            { "role": "assistant", "content": [
              { "type": "thinking", "thinking": "Worn cassette?", "signature": "EqQBCgIYAhIM+/8=" },
              { "type": "redacted_thinking", "data": "EmwKAhgBEgy3==" },
              { "type": "text", "text": "Let me look." },
              { "type": "tool_use", "id": "toolu_1", "name": "parts", "input": { "kind": "cassette", "n": 2 } }] },
            { "role": "user", "content": [
              { "content": [{ "type": "text", "text": "11-34, worn" },
                { "type": "image", "source": { "type": "base64", "media_type": "image/png", "data": "AAAA" } }],
                "tool_use_id": "toolu_1", "type": "tool_result", "is_error": false },
              { "type": "tool_result", "tool_use_id": "toolu_2", "content": "none in stock" },
              { "type": "document", "title": "Manual", "context": "A book",
                "source": { "type": "text", "media_type": "text/plain", "data": "Oil the cha\u0069n." } },
              { "type": "document",
                "source": { "data": "JVBERi0=", "media_type": "application/pdf", "type": "base64" } },
              { "type": "search_result", "source": "https://example.org/", "title": "Chains",
                "content": [{ "type": "text", "text": "Chains wear." }] },
              { "type": "text", "text": "What now?" }] },
            { "role": "assistant", "content": "Replace it:" }
          ],
          "temperature": 1,
          "top_p": 0.9,
          "top_k": 50,
          "stop_sequences": ["\n\nHuman:"],
          "stream": true,
          "tools": [
            { "name": "parts", "description": "Looks for parts.", "input_schema": { "type": "object" } },
            { "type": "web_search_20250305", "name": "web_search", "max_uses": 2 }
          ],
          "tool_choice": { "type": "auto" },
          "metadata": { "user_id": "user_93" },
          "thinking": { "type": "enabled", "budget_tokens": 2048, "display": "summarized" },
          "output_config": { "effort": "low", "format": { "type": "json_schema", "schema": { "type": "object" } } },
          "service_tier": "auto",
          "container": null,
          "cache_control": { "type": "ephemeral" },
          "inference_geo": "eu"
        }
        """;
}
