// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Workshop;

/// <summary>What a rule must match and what no rule may match, as its author wrote it down. Immutable.</summary>
/// <remarks>
/// A JSON document with two lists, <c>matches</c> and <c>misses</c>. A prompt is a string, what the user says, or an object that names
/// <c>system</c>, <c>user</c> and <c>assistant</c> texts in their order and, under <c>properties</c>, parameters of the request. The file is named
/// after the rule: <c>rule-id.cases.json</c> beside the rules, or <c>rule-id.json</c> in a folder of cases.
/// </remarks>
public sealed class RuleCaseFile
{
    internal RuleCaseFile(string rule, string name, IReadOnlyList<RuleCase> matches, IReadOnlyList<RuleCase> misses)
    {
        Rule = rule;
        Name = name;
        Matches = matches;
        Misses = misses;
    }

    /// <summary>Id of the rule.</summary>
    public string Rule { get; }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>Prompts that the rule must match.</summary>
    public IReadOnlyList<RuleCase> Matches { get; }

    /// <summary>Innocent look-alikes: no rule of the set may match them.</summary>
    public IReadOnlyList<RuleCase> Misses { get; }

    /// <summary>Reads a case file.</summary>
    /// <param name="rule">Id of the rule whose cases they are.</param>
    /// <param name="source">The document.</param>
    /// <exception cref="RuleSetException">The document has mistakes; the exception lists them all.</exception>
    public static RuleCaseFile Read(string rule, RuleSetSource source)
    {
        ArgumentException.ThrowIfNullOrEmpty(rule);
        ArgumentNullException.ThrowIfNull(source);
        List<RuleDiagnostic> found = [];
        RuleCaseFile? file = CaseReader.Read(rule, source, found);
        return file ?? throw new RuleSetException(found);
    }
}
