// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;
using static DistillGuard.Apis.BodyWords;

namespace DistillGuard.Apis;

/// <summary>Makes Chat Completions bodies by chance.</summary>
internal static class ChatCompletionsBodies
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function", "critic"];

    public static JsonObject Make(Random random)
    {
        var body = new JsonObject { ["model"] = AnyText(random), ["messages"] = Many(random, Message) };
        if (Sometimes(random))
        {
            body["tools"] = Many(random, Tool);
            body["functions"] = new JsonArray(new JsonObject { ["name"] = "f", ["parameters"] = Schema(random) });
        }

        if (Sometimes(random))
        {
            var schema = new JsonObject { ["name"] = "s", ["schema"] = Schema(random) };
            body["response_format"] = new JsonObject { ["type"] = "json_schema", ["json_schema"] = schema };
            body["prediction"] = new JsonObject { ["type"] = "content", ["content"] = Content(random) };
        }

        return body.WithStrangers(random);
    }

    private static JsonObject Message(Random random)
    {
        var message = new JsonObject { ["content"] = Content(random) };
        if (!Sometimes(random))
        {
            message["role"] = Roles[random.Next(Roles.Length)];
        }

        if (Sometimes(random))
        {
            message["reasoning_content"] = AnyText(random);
            message["refusal"] = AnyText(random);
            message["tool_calls"] = Many(random, Call);
            message["function_call"] = new JsonObject { ["name"] = "f", ["arguments"] = AnyText(random) };
        }

        return message.WithStrangers(random);
    }

    private static JsonNode? Content(Random random) => random.Next(3) switch
    {
        0 => null,
        1 => AnyText(random),
        _ => Many(random, Part),
    };

    private static JsonObject Part(Random random) => (random.Next(3) switch
    {
        0 => new JsonObject { ["type"] = "refusal", ["refusal"] = AnyText(random) },
        1 => new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = "data:," } },
        _ => new JsonObject { ["type"] = "text", ["text"] = AnyText(random) },
    }).WithStrangers(random);

    private static JsonObject Call(Random random) => random.Next(2) == 0
        ? new JsonObject
        {
            ["id"] = "call_1",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = AnyText(random), ["arguments"] = AnyText(random) },
        }
        : new JsonObject
        {
            ["type"] = "custom",
            ["custom"] = new JsonObject { ["name"] = AnyText(random), ["input"] = AnyText(random) },
        };

    private static JsonObject Tool(Random random)
    {
        var definition = new JsonObject { ["name"] = AnyText(random), ["description"] = AnyText(random) };
        string type = random.Next(2) == 0 ? "function" : "custom";
        definition[type == "function" ? "parameters" : "format"] = Schema(random);
        return new JsonObject { ["type"] = type, [type] = definition.WithStrangers(random) };
    }
}
