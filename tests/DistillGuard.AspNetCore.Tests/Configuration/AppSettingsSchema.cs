// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Makes the schema of <c>appsettings.json</c> from the tables, the options' own checks and their documentation.</summary>
internal static class AppSettingsSchema
{
    public const string Path = "src/DistillGuard.AspNetCore/Configuration/appsettings.schema.json";

    private const string DurationPattern = "^([0-9]+\\.)?[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?$";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        JsonObject section = Node("Detection of distillation. What is left out keeps its default.");
        foreach (SettingFacts facts in SettingFacts.All)
        {
            JsonObject place = section;
            string[] names = facts.Path.Split(':');
            for (int i = 0; i < names.Length - 1; i++)
            {
                place = Below(place, names[i], string.Join(':', names[..(i + 1)]));
            }

            place["properties"]![names[^1]] = Leaf(facts);
        }

        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "The section DistillGuard of appsettings.json",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["DistillGuard"] = section },
        };
        return root.ToJsonString(Format).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Below(JsonObject place, string name, string path)
    {
        if (name == ConfigurationPart.AnyName)
        {
            // A name that the operator chooses: what it may hold stands where other names are forbidden.
            if (place["additionalProperties"] is not JsonObject)
            {
                place["additionalProperties"] = Node(SettingFacts.SummaryOfPart(path));
            }

            return (JsonObject)place["additionalProperties"]!;
        }

        var properties = (JsonObject)place["properties"]!;
        if (properties[name] is JsonObject known)
        {
            return known;
        }

        JsonObject node = Node(SettingFacts.SummaryOfPart(path));
        properties[name] = node;
        return node;
    }

    private static JsonObject Node(string description) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(),
    };

    private static JsonObject Leaf(SettingFacts facts)
    {
        var leaf = new JsonObject { ["description"] = facts.Summary };
        switch (facts.Kind)
        {
            case SettingKind.Flag:
                leaf["type"] = "boolean";
                leaf["default"] = facts.Default == "true";
                break;
            case SettingKind.Whole:
                leaf["type"] = "integer";
                leaf["default"] = long.Parse(facts.Default, CultureInfo.InvariantCulture);
                leaf["minimum"] = long.Parse(facts.Least, CultureInfo.InvariantCulture);
                leaf["maximum"] = long.Parse(facts.Most, CultureInfo.InvariantCulture);
                break;
            case SettingKind.Number:
                leaf["type"] = "number";
                leaf["default"] = double.Parse(facts.Default, CultureInfo.InvariantCulture);
                leaf["minimum"] = double.Parse(facts.Least, CultureInfo.InvariantCulture);
                leaf["maximum"] = double.Parse(facts.Most, CultureInfo.InvariantCulture);
                break;
            case SettingKind.Duration:
                leaf["type"] = "string";
                leaf["pattern"] = DurationPattern;
                leaf["default"] = facts.Default;
                break;
            case SettingKind.Choice:
                leaf["enum"] = new JsonArray([.. facts.Choices.Select(choice => (JsonNode)choice)]);
                leaf["default"] = facts.Default;
                break;
            case SettingKind.Texts:
                leaf["type"] = "array";
                leaf["items"] = new JsonObject { ["type"] = "string" };
                break;
            default:
                leaf["type"] = "string";
                break;
        }

        return leaf;
    }
}
