// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;
using DistillGuard.Signals;

namespace DistillGuard.Rules;

/// <summary>A compiled prompt rule: what it is called, what it weighs and who matches it innocently. Immutable.</summary>
public sealed class Rule
{
    internal Rule(RuleDocument document, RuleStatus status, int index)
    {
        Index = index;
        Id = document.Id;
        Title = document.Title;
        Status = status;
        Level = document.Level;
        Languages = ConditionTree.Languages(document.Condition);
        Tactic = document.Tactic;
        Weight = document.Weight;
        Description = document.Description;
        FalsePositives = document.FalsePositives;
        Signal = new SignalInfo
        {
            Id = "content." + document.Id,
            Title = document.Title,
            Family = document.Family,
            Reason = "{0:F1} recent prompts of the account match; from {1:F0} on it is a habit",
            Innocent = string.Join("; ", document.FalsePositives),
            References = document.References,
        };
    }

    /// <summary>The rule's place in its <see cref="RuleSet"/>, and its bit in <see cref="RuleHits"/>.</summary>
    public int Index { get; }

    /// <summary>The stable name, lower case with hyphens.</summary>
    public string Id { get; }

    /// <summary>One sentence that a person understands.</summary>
    public string Title { get; }

    /// <summary>Where the rule stands in its life, the operator's word included; only <see cref="RuleStatus.Stable"/> weighs.</summary>
    public RuleStatus Status { get; }

    /// <summary>Sensitivity, 1 to 4: a rule set made for a lower level leaves the rule out.</summary>
    public int Level { get; }

    /// <summary>ISO 639-1 codes of the languages its phrases are tagged with; empty when none is. Never evidence.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>What the matching prompts are after.</summary>
    public RuleTactic Tactic { get; }

    /// <summary>Evidence in natural log-odds, above 0 and at most 6, when an account makes a habit of such prompts.</summary>
    public float Weight { get; }

    /// <summary>Why such prompts speak for distillation.</summary>
    public string Description { get; }

    /// <summary>Who matches it innocently; at least one.</summary>
    public IReadOnlyList<string> FalsePositives { get; }

    /// <summary>The description of the rule's signal: id <c>content.</c> and the rule's id, family, innocents and references.</summary>
    public SignalInfo Signal { get; }

    /// <summary>The name, for debuggers and messages.</summary>
    public override string ToString() => Id;
}
