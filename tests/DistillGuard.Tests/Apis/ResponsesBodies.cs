// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;
using static DistillGuard.Apis.BodyWords;

namespace DistillGuard.Apis;

/// <summary>Makes Responses bodies by chance.</summary>
internal static class ResponsesBodies
{
    public static JsonObject Make(Random random)
    {
        var body = new JsonObject { ["input"] = Sometimes(random) ? Text(random) : Many(random, Item) };
        if (Sometimes(random))
        {
            body["instructions"] = Text(random);
            body["text"] = new JsonObject
            {
                ["format"] = new JsonObject { ["type"] = "json_schema", ["name"] = "n", ["schema"] = Schema(random) },
            };
        }

        if (Sometimes(random))
        {
            body["tools"] = Many(random, Tool);
            body["prompt"] = new JsonObject
            {
                ["id"] = "pmpt_1",
                ["variables"] = new JsonObject
                {
                    ["topic"] = Text(random),
                    ["text"] = new JsonObject { ["type"] = "input_text", ["text"] = Text(random) },
                    ["picture"] = new JsonObject { ["type"] = "input_image", ["image_url"] = "data:," },
                },
            };
        }

        return body.WithStrangers(random);
    }

    private static JsonObject Item(Random random) => (random.Next(6) switch
    {
        0 => new JsonObject { ["type"] = "function_call", ["name"] = Text(random), ["arguments"] = Text(random) },
        1 => new JsonObject { ["type"] = "function_call_output", ["output"] = Output(random) },
        2 => new JsonObject
        {
            ["type"] = "reasoning",
            ["summary"] = Many(random, r => Part(r, "summary_text")),
            ["content"] = Many(random, r => Part(r, "reasoning_text")),
            ["encrypted_content"] = Text(random),
        },
        3 => new JsonObject { ["type"] = "shell_call", ["action"] = Schema(random), ["status"] = "completed" },
        4 => new JsonObject { ["role"] = "user", ["content"] = Text(random) },
        _ => new JsonObject
        {
            ["type"] = "message",
            ["role"] = random.Next(2) == 0 ? "developer" : "assistant",
            ["content"] = Many(random, AnyPart),
        },
    }).WithStrangers(random);

    private static JsonNode Output(Random random) => random.Next(3) switch
    {
        0 => Text(random),
        1 => new JsonObject { ["type"] = "computer_screenshot", ["image_url"] = "data:," },
        _ => Many(random, AnyPart),
    };

    private static JsonObject AnyPart(Random random) => random.Next(3) switch
    {
        0 => new JsonObject { ["type"] = "refusal", ["refusal"] = Text(random) },
        1 => new JsonObject { ["type"] = "input_image", ["image_url"] = "data:," },
        _ => Part(random, "input_text"),
    };

    private static JsonObject Part(Random random, string type) =>
        new JsonObject { ["type"] = type, ["text"] = Text(random) }.WithStrangers(random);

    private static JsonObject Tool(Random random) => new()
    {
        ["type"] = "function",
        ["name"] = Text(random),
        ["description"] = Sometimes(random) ? null : Text(random),
        ["parameters"] = Schema(random),
    };
}
