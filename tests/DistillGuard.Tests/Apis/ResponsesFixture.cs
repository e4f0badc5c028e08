// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

internal static class ResponsesFixture
{
    public const string Body = """
        {
          "model": "aster-4-mini",
          "input": [
            { "role": "user", "content": "Which ferries run today?" },
            { "type": "message", "role": "developer", "content": [{ "type": "input_text", "text": "Be brief." }] },
            { "type": "reasoning", "id": "rs_1", "summary": [{ "type": "summary_text", "text": "Need a timetable." }],
              "content": [{ "type": "reasoning_text", "text": "The island lies east." }],
              "encrypted_content": "gAAAAABmQ0+/=" },
            { "type": "function_call", "call_id": "call_1", "name": "timetable", "arguments": "{\"day\":\"Monday\"}" },
            { "type": "function_call_output", "call_id": "call_1", "output": "08:10, 12:40" },
            { "type": "custom_tool_call", "call_id": "call_2", "name": "note", "input": "two boats" },
            { "type": "custom_tool_call_output", "call_id": "call_2", "output": [
              { "type": "input_text", "text": "noted" }, { "type": "input_image", "image_url": "data:," }] },
            { "type": "computer_call_output", "call_id": "call_3", "output": {
              "type": "computer_screenshot", "image_url": "data:image/png;base64,AAAA" } },
            { "type": "code_interpreter_call", "code": "print(1)", "outputs": [{ "type": "logs", "logs": "1" }] },
            { "type": "item_reference", "id": "msg_0" },
            { "id": "msg_1", "type": "message", "status": "completed", "role": "assistant", "content": [
              { "type": "output_text", "text": "Two ferries run.", "annotations": [] },
              { "type": "refusal", "refusal": "No prices." }] },
            { "type": "message", "role": "user", "content": [
              { "type": "input_text", "text": "And \u0074omorrow?" },
              { "type": "input_file", "file_id": "file_1" },
              { "type": "input_image", "detail": "auto", "file_id": "file_2" }] }
          ],
          "instructions": "You know every ferry.",
          "max_output_tokens": 2000,
          "temperature": 0.2,
          "top_p": 0.5,
          "top_logprobs": 4,
          "include": ["message.output_text.logprobs", "reasoning.encrypted_content"],
          "reasoning": { "effort": "medium", "summary": "auto", "generate_summary": null, "mode": "x", "context": "y" },
          "text": { "format": { "type": "json_schema", "name": "plan", "strict": true,
            "schema": { "type": "array" } }, "verbosity": "low" },
          "tools": [
            { "type": "function", "name": "timetable", "description": "Reads it.", "parameters": { "type": "object" } },
            { "type": "web_search", "filters": null }
          ],
          "tool_choice": "auto",
          "max_tool_calls": 3,
          "previous_response_id": "resp_0",
          "conversation": { "id": "conv_1" },
          "prompt": { "id": "pmpt_1", "version": "2", "variables": {
            "harbour": "Westport", "note": { "type": "input_text", "text": "windy" } } },
          "background": false,
          "stream": false,
          "store": true,
          "metadata": { "app": "ferry" },
          "user": "u_5",
          "safety_identifier": null,
          "prompt_cache_key": "ferry",
          "service_tier": "flex",
          "truncation": "auto",
          "context_management": [{ "type": "compaction" }]
        }
        """;
}
