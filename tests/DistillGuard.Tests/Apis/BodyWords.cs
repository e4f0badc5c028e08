// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json.Nodes;

namespace DistillGuard.Apis;

/// <summary>Chance in the pieces that generated bodies are made of.</summary>
internal static class BodyWords
{
    private static readonly string[] Samples =
    [
        "hello", "Explain the tide.\n", "\"quoted\" \\ slash/", "Größe und Maß", "日本語のテキスト", "👩‍🚀 in orbit",
        "\t\r\b\f\u0001", "<script>&'\u2028", "model", "content", "{\"a\":[1]}", " ",
    ];

    public static string AnyText(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(5); i > 0; i--)
        {
            text.Append(Samples[random.Next(Samples.Length)]);
        }

        return text.ToString();
    }

    public static bool Sometimes(Random random) => random.Next(3) == 0;

    public static JsonArray Many(Random random, Func<Random, JsonNode> make)
    {
        var array = new JsonArray();
        for (int i = random.Next(4); i > 0; i--)
        {
            array.Add(make(random));
        }

        return array;
    }

    public static JsonObject Schema(Random random) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [AnyText(random)] = new JsonObject { ["type"] = "string", ["x"] = 1.5e3 } },
        ["required"] = new JsonArray(AnyText(random), null, true),
        ["additionalProperties"] = new JsonObject(),
    };

    /// <summary>Adds what a reader must pass over.</summary>
    public static JsonObject WithStrangers(this JsonObject owner, Random random)
    {
        if (Sometimes(random))
        {
            owner["x_" + random.Next(9)] = new JsonObject { ["messages"] = new JsonArray(1, "text", null) };
        }

        if (Sometimes(random))
        {
            owner["cache_control"] = null;
        }

        return owner;
    }
}
