// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

internal static class GenerateContentFixture
{
    public const string Body = """
        {
          "systemInstruction": { "role": "user", "parts": [{ "text": "You bake bread." }] },
          "contents": [
            { "role": "user", "parts": [
              { "text": "Why is my crust pale?" },
              { "inlineData": { "mimeType": "image/jpeg", "data": "/9j/4AAQ" } },
              { "fileData": { "mimeType": "application/pdf", "fileUri": "https://example.org/a.pdf" } }] },
            { "role": "model", "parts": [
              { "text": "The oven may be cool.", "thought": true },
              { "functionCall": { "id": "1", "name": "oven", "args": { "door": "sh\u0075t" } },
                "thoughtSignature": "CpcBAdHtim8+/w==" },
              { "executableCode": { "language": "PYTHON", "code": "print(230)" } },
              { "codeExecutionResult": { "outcome": "OUTCOME_OK", "output": "230" } }] },
            { "role": "function", "parts": [
              { "functionResponse": { "name": "oven", "response": { "celsius": 180 } } }] },
            { "parts": [{ "text": "So hotter?" }] }
          ],
          "tools": [
            { "functionDeclarations": [
              { "name": "oven", "description": "Reads the oven.", "parameters": { "type": "OBJECT" } },
              { "name": "clock", "parametersJsonSchema": { "type": "object" } }] },
            { "googleSearch": {} }
          ],
          "toolConfig": { "functionCallingConfig": { "mode": "AUTO" } },
          "safetySettings": [{ "category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE" }],
          "generationConfig": {
            "temperature": 0.4, "topP": 0.8, "topK": 20, "candidateCount": 2, "maxOutputTokens": 512,
            "stopSequences": ["A", "B", "C"], "seed": 11, "responseLogprobs": true, "logprobs": 6,
            "presencePenalty": 0.1, "frequencyPenalty": 0.2,
            "responseSchema": { "type": "OBJECT" }, "responseMimeType": "application/json",
            "thinkingConfig": { "includeThoughts": true, "thinkingBudget": -1, "thinkingLevel": "HIGH" }
          },
          "cachedContent": "cachedContents/1",
          "labels": { "team": "bread" },
          "model": "models/orion-3",
          "stream": true
        }
        """;
}
