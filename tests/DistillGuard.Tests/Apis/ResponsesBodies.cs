// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;
using static DistillGuard.Apis.BodyWords;

namespace DistillGuard.Apis;

/// <summary>Makes Responses bodies by chance.</summary>
internal static class ResponsesBodies
{
    public static JsonObject Make(Random random)
    {
        var body = new JsonObject { ["input"] = Sometimes(random) ? AnyText(random) : Many(random, Item) };
        if (Sometimes(random))
        {
            body["instructions"] = AnyText(random);
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
                    ["topic"] = AnyText(random),
                    ["text"] = new JsonObject { ["type"] = "input_text", ["text"] = AnyText(random) },
                    ["picture"] = new JsonObject { ["type"] = "input_image", ["image_url"] = "data:," },
                },
            };
        }

        return body.WithStrangers(random);
    }

    private static JsonObject Item(Random random) => (random.Next(6) switch
    {
        0 => new JsonObject { ["type"] = "function_call", ["name"] = AnyText(random), ["arguments"] = AnyText(random) },
        1 => new JsonObject { ["type"] = "function_call_output", ["output"] = Output(random) },
        2 => new JsonObject
        {
            ["type"] = "reasoning",
            ["summary"] = Many(random, r => Part(r, "summary_text")),
            ["content"] = Many(random, r => Part(r, "reasoning_text")),
            ["encrypted_content"] = AnyText(random),
        },
        3 => new JsonObject { ["type"] = "shell_call", ["action"] = Schema(random), ["status"] = "completed" },
        4 => new JsonObject { ["role"] = "user", ["content"] = AnyText(random) },
        _ => new JsonObject
        {
            ["type"] = "message",
            ["role"] = random.Next(2) == 0 ? "developer" : "assistant",
            ["content"] = Many(random, AnyPart),
        },
    }).WithStrangers(random);

    private static JsonNode Output(Random random) => random.Next(3) switch
    {
        0 => AnyText(random),
        1 => new JsonObject { ["type"] = "computer_screenshot", ["image_url"] = "data:," },
        _ => Many(random, AnyPart),
    };

    private static JsonObject AnyPart(Random random) => random.Next(3) switch
    {
        0 => new JsonObject { ["type"] = "refusal", ["refusal"] = AnyText(random) },
        1 => new JsonObject { ["type"] = "input_image", ["image_url"] = "data:," },
        _ => Part(random, "input_text"),
    };

    private static JsonObject Part(Random random, string type) =>
        new JsonObject { ["type"] = type, ["text"] = AnyText(random) }.WithStrangers(random);

    private static JsonObject Tool(Random random) => new()
    {
        ["type"] = "function",
        ["name"] = AnyText(random),
        ["description"] = Sometimes(random) ? null : AnyText(random),
        ["parameters"] = Schema(random),
    };
}
