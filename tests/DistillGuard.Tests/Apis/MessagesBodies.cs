// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;
using static DistillGuard.Apis.BodyWords;

namespace DistillGuard.Apis;

/// <summary>Makes Anthropic Messages bodies by chance.</summary>
internal static class MessagesBodies
{
    public static JsonObject Make(Random random)
    {
        var body = new JsonObject { ["messages"] = Many(random, Message) };
        if (Sometimes(random))
        {
            body["system"] = Sometimes(random) ? AnyText(random) : Many(random, TextBlock);
            body["tools"] = Many(random, Tool);
        }

        if (Sometimes(random))
        {
            body["output_config"] = new JsonObject
            {
                ["format"] = new JsonObject { ["type"] = "json_schema", ["schema"] = Schema(random) },
            };
        }

        return body.WithStrangers(random);
    }

    private static JsonObject Message(Random random) => new JsonObject
    {
        ["role"] = random.Next(2) == 0 ? "user" : "assistant",
        ["content"] = Sometimes(random) ? AnyText(random) : Many(random, Block),
    }.WithStrangers(random);

    private static JsonObject TextBlock(Random random) =>
        new JsonObject { ["type"] = "text", ["text"] = AnyText(random) }.WithStrangers(random);

    private static JsonObject Block(Random random) => (random.Next(7) switch
    {
        0 => new JsonObject { ["type"] = "thinking", ["thinking"] = AnyText(random), ["signature"] = AnyText(random) },
        1 => new JsonObject { ["type"] = "redacted_thinking", ["data"] = AnyText(random) },
        2 => new JsonObject { ["type"] = "tool_use", ["name"] = AnyText(random), ["input"] = Schema(random) },
        3 => new JsonObject
        {
            ["type"] = "tool_result",
            ["content"] = Sometimes(random) ? AnyText(random) : Many(random, Inner),
        },
        _ => Inner(random),
    }).WithStrangers(random);

    private static JsonObject Inner(Random random) => random.Next(4) switch
    {
        0 => new JsonObject { ["type"] = "image", ["source"] = Source(random) },
        1 => new JsonObject { ["type"] = "document", ["title"] = AnyText(random), ["source"] = Source(random) },
        2 => new JsonObject
        {
            ["type"] = "search_result",
            ["source"] = "https://example.org/",
            ["title"] = AnyText(random),
            ["content"] = Many(random, TextBlock),
        },
        _ => TextBlock(random),
    };

    private static JsonObject Source(Random random) => random.Next(3) switch
    {
        0 => new JsonObject { ["type"] = "text", ["media_type"] = "text/plain", ["data"] = AnyText(random) },
        1 => new JsonObject { ["type"] = "content", ["content"] = Many(random, TextBlock) },
        _ => new JsonObject { ["type"] = "base64", ["media_type"] = "image/png", ["data"] = "iVBORw0KGgo=" },
    };

    private static JsonObject Tool(Random random) => new()
    {
        ["name"] = AnyText(random),
        ["description"] = AnyText(random),
        ["input_schema"] = Schema(random),
    };
}
