// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;
using static DistillGuard.Apis.BodyWords;

namespace DistillGuard.Apis;

/// <summary>Makes Gemini bodies by chance.</summary>
internal static class GenerateContentBodies
{
    private static readonly string[] Roles = ["user", "model", "function", "narrator"];

    public static JsonObject Make(Random random)
    {
        var body = new JsonObject { ["contents"] = Sometimes(random) ? Content(random) : Many(random, Content) };
        if (Sometimes(random))
        {
            string name = random.Next(2) == 0 ? "systemInstruction" : "system_instruction";
            body[name] = new JsonObject { ["parts"] = new JsonObject { ["text"] = AnyText(random) } };
        }

        if (Sometimes(random))
        {
            body["tools"] = Many(random, Tool);
            body["generationConfig"] = new JsonObject { ["responseSchema"] = Schema(random) };
        }

        return body.WithStrangers(random);
    }

    private static JsonObject Content(Random random)
    {
        var content = new JsonObject { ["parts"] = Many(random, Part) };
        if (!Sometimes(random))
        {
            content["role"] = Roles[random.Next(Roles.Length)];
        }

        return content.WithStrangers(random);
    }

    private static JsonObject Part(Random random)
    {
        JsonObject part = random.Next(6) switch
        {
            0 => new JsonObject { ["functionCall"] = Function(random, "args") },
            1 => new JsonObject { ["functionResponse"] = Function(random, "response") },
            2 => new JsonObject { ["inlineData"] = new JsonObject { ["mimeType"] = "image/png", ["data"] = "AAAA" } },
            3 => new JsonObject { ["executableCode"] = new JsonObject { ["language"] = "PYTHON", ["code"] = "1" } },
            4 => new JsonObject { ["text"] = AnyText(random), ["thought"] = random.Next(2) == 0 },
            _ => new JsonObject { ["text"] = AnyText(random) },
        };
        if (Sometimes(random) && !part.ContainsKey("inlineData"))
        {
            part[random.Next(2) == 0 ? "thoughtSignature" : "thought_signature"] = AnyText(random);
        }

        return part.WithStrangers(random);
    }

    private static JsonObject Function(Random random, string member) =>
        new JsonObject { ["name"] = AnyText(random), [member] = Schema(random) }.WithStrangers(random);

    private static JsonObject Tool(Random random) => random.Next(2) == 0
        ? new JsonObject { ["googleSearch"] = new JsonObject() }
        : new JsonObject
        {
            ["functionDeclarations"] = Many(random, r => new JsonObject
            {
                ["name"] = AnyText(r),
                ["description"] = AnyText(r),
                ["parametersJsonSchema"] = Schema(r),
            }),
        };
}
