// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>The values of a JSON text by path, from a document of the framework's; slow and obvious.</summary>
internal static class SieveOracle
{
    public static IReadOnlyList<string> Read(string text)
    {
        var values = new List<string>();
        using var document = JsonDocument.Parse(text);
        Walk(document.RootElement, AnswerPath.Root, values);
        return values;
    }

    private static void Walk(JsonElement element, ulong path, List<string> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Walk(item, path, values);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Walk(member.Value, PathOf(member, path), values);
                }

                break;
            case JsonValueKind.String when path != ulong.MaxValue:
                values.Add($"{path:x} String {element.GetString()}");
                break;
            case JsonValueKind.Number when path != ulong.MaxValue:
                values.Add($"{path:x} Number {element.GetRawText()}");
                break;
        }
    }

    private static ulong PathOf(JsonProperty property, ulong parent)
    {
        // A name with escapes in it means nothing to the sieve.
        AnswerMember member = property.Name == "id" && !IsPlain(property) ? AnswerMember.Other : AnswerMembers.Find(Encoding.UTF8.GetBytes(property.Name));
        return parent == AnswerPath.Root && (member is AnswerMember.Response or AnswerMember.Message)
            ? AnswerPath.Root
            : AnswerPath.Child(parent, member);
    }

    private static bool IsPlain(JsonProperty property) => property.ToString().StartsWith("\"id\"", StringComparison.Ordinal);
}
