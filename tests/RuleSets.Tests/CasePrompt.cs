// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.RuleSets;

/// <summary>A prompt of a case file: a string is what the user says; an object names system, user and assistant texts.</summary>
public sealed class CasePrompt
{
    private static readonly (string Name, MessageRole Role)[] Roles =
        [("system", MessageRole.System), ("user", MessageRole.User), ("assistant", MessageRole.Assistant)];

    private readonly List<(MessageRole Role, string Text)> _texts = [];

    public CasePrompt(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            _texts.Add((MessageRole.User, element.GetString()!));
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            (string name, MessageRole role) = Array.Find(Roles, entry => entry.Name == property.Name);
            Assert.That(name, Is.Not.Null, $"\"{property.Name}\" is no role.");
            _texts.Add((role, property.Value.GetString()!));
        }
    }

    /// <summary>Ids of the rules that the prompt matches.</summary>
    public IReadOnlyList<string> Match(RuleSet rules)
    {
        var buffer = new RequestBuffer();
        foreach ((MessageRole role, string text) in _texts)
        {
            buffer.Add(role, text);
        }

        var hits = default(RuleHits);
        rules.Match(buffer.Content, new MatchScratch(), ref hits);
        List<string> ids = [];
        for (int rule = hits.Next(0); rule >= 0; rule = hits.Next(rule + 1))
        {
            ids.Add(rules.Rules[rule].Id);
        }

        return ids;
    }

    /// <summary>Whether a rule that weighs matches the prompt.</summary>
    public bool MatchesStable(RuleSet rules) =>
        Match(rules).Any(id => rules.Rules.Any(rule => rule.Id == id && rule.Status == RuleStatus.Stable));

    public override string ToString() => string.Join(" | ", _texts.Select(entry => $"{entry.Role}: {entry.Text}"));
}
