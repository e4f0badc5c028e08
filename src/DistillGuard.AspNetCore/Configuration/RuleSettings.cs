// SPDX-License-Identifier: MIT

using DistillGuard.Rules;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Which prompt rules are used.</summary>
internal sealed class RuleSettings : IGuardOptions
{
    /// <summary>Whether the rules inside the package are used. Default: true.</summary>
    public bool BuiltIn { get; set; } = true;

    /// <summary>Rule files used beside them. Default: none.</summary>
    public IReadOnlyList<RuleSetSource> Files { get; set; } = [];

    public IReadOnlyList<RuleSetSource> Sources() => BuiltIn ? [.. BuiltInRuleSets.Sources(), .. Files] : Files;

    public void Validate(OptionsProblems problems)
    {
        // Those inside the package are known to be sound, and compiling them takes its time.
        if (Files.Count == 0 || RuleSet.TryCompile(Sources(), out _, out IReadOnlyList<RuleDiagnostic> diagnostics))
        {
            return;
        }

        foreach (RuleDiagnostic diagnostic in diagnostics)
        {
            problems.Add(diagnostic.ToString());
        }
    }
}
