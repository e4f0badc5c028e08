// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>One mistake in a rule document: where it stands, what is wrong, and what to do.</summary>
public sealed record RuleDiagnostic
{
    /// <summary>The stable code, <c>DG</c> and four digits; <c>docs/rules/</c> has a page for each.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the documents cannot be used (the default), or something is only probably not meant.</summary>
    public RuleSeverity Severity { get; init; }

    /// <summary>Name of the document.</summary>
    public required string Source { get; init; }

    /// <summary>Path of the member, for example <c>$.rules[3].weight</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Line, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column in characters, counted from 1.</summary>
    public required int Column { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public required string Problem { get; init; }

    /// <summary>The value found, shortened; empty where there is none.</summary>
    public required string Value { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>All in one line: <c>rules.json(12,8): DG1014: …</c>.</summary>
    public override string ToString()
    {
        string value = Value.Length == 0 ? string.Empty : $" Found: {Value}.";
        return $"{Source}({Line},{Column}): {Code}: {Path}: {Problem}{value} {Remedy}";
    }
}
