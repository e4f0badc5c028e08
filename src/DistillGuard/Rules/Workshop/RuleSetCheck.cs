// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Workshop;

/// <summary>Looks at rule documents as a careful colleague would: mistakes first, then what is allowed and probably not meant.</summary>
public static class RuleSetCheck
{
    /// <summary>Checks documents.</summary>
    /// <param name="sources">The documents, compiled together.</param>
    /// <param name="cases">The rules' case files, or those there are; shadowed and too general rules are found with them.</param>
    /// <returns>
    /// Every mistake (<see cref="RuleSeverity.Error"/>); only when there is none, warnings. In the order of the documents.
    /// </returns>
    public static IReadOnlyList<RuleDiagnostic> Run(IReadOnlyList<RuleSetSource> sources, IReadOnlyList<RuleCaseFile> cases)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(cases);
        var options = new RuleSetOptions { Level = RuleSetOptions.GreatestLevel };
        if (!RuleSet.TryCompile(sources, options, out _, out IReadOnlyList<RuleDiagnostic> mistakes))
        {
            return mistakes;
        }

        List<RuleDiagnostic> found = [];
        var test = new RuleTest(sources);
        foreach (RuleSetSource source in sources)
        {
            RuleSetDocument document = RuleSetReader.Read(source, found)!; // it compiled
            var warnings = new DiagnosticList(source.Name, found, RuleSeverity.Warning);
            foreach (Place place in document.UnusedFragments)
            {
                warnings.Add(
                    RuleDiagnosticCodes.UnusedFragment, place, "No rule uses this fragment.", "Remove it, or use it.");
            }

            foreach (RuleDocument rule in document.Rules)
            {
                ConditionWarnings.Add(rule, warnings);
                CaseWarnings.Add(rule, test, cases, warnings);
            }
        }

        return found;
    }
}
