// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using DistillGuard.Rules.Conditions;
using DistillGuard.Rules.Reading;
using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Puts documents together: what only shows across rules is checked here.</summary>
internal static class RuleSetCompiler
{
    private const int ChecksumLength = 8;

    public static bool TryCompile(
        IReadOnlyList<RuleSetSource> sources,
        RuleSetOptions options,
        [NotNullWhen(true)] out RuleSet? rules,
        out IReadOnlyList<RuleDiagnostic> diagnostics)
    {
        List<RuleDiagnostic> found = [];
        List<RuleSetDocument> documents = [];
        foreach (RuleSetSource source in sources)
        {
            if (RuleSetReader.Read(source, found) is { } document)
            {
                documents.Add(document);
            }
        }

        var atoms = new AtomTable();
        List<Rule> compiled = [];
        List<CompiledCondition> conditions = [];
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        var beginnings = new PhraseBeginnings();
        foreach (RuleSetDocument document in documents)
        {
            var places = new DiagnosticList(document.Source, found);
            foreach (RuleDocument rule in document.Rules)
            {
                CheckAcross(rule, document.Source, owners, compiled.Count, places);
                if (options.StatusOf(rule) is not { } status)
                {
                    continue;
                }

                int known = atoms.Phrases.Count;
                conditions.Add(ConditionCompiler.Compile(rule.Condition, atoms));
                compiled.Add(new Rule(rule, status, compiled.Count));
                CheckSize(rule, atoms, known, beginnings, places);
            }
        }

        CheckOverrides(options, owners, documents.Count == sources.Count, found);
        diagnostics = found;
        rules = found.Count == 0 ? new RuleSet([.. compiled], [.. conditions], atoms, Version(sources, documents, options)) : null;
        return rules is not null;
    }

    private static void CheckAcross(
        RuleDocument rule, string source, Dictionary<string, string> owners, int index, DiagnosticList places)
    {
        if (!owners.TryAdd(rule.Id, source))
        {
            places.Add(
                RuleDiagnosticCodes.DuplicateRule,
                rule.Place,
                $"There is already a rule of this id in {owners[rule.Id]}.",
                "Rename one of them.",
                RuleJsonNode.Shorten(rule.Id));
        }

        if (index == RuleHits.Capacity)
        {
            places.Add(
                RuleDiagnosticCodes.TooManyRules,
                rule.Place,
                "Together the documents have too many rules.",
                $"Use at most {RuleHits.Capacity} rules in one set.");
        }
    }

    // A misspelt id would leave a rule on that the operator means to be off.
    private static void CheckOverrides(
        RuleSetOptions options, Dictionary<string, string> owners, bool isComplete, List<RuleDiagnostic> found)
    {
        var places = new DiagnosticList("options", found);
        foreach (string rule in options.Overrides.Keys.Where(rule => isComplete && !owners.ContainsKey(rule)))
        {
            places.Add(
                RuleDiagnosticCodes.UnknownOverride,
                new Place($"$.overrides.{rule}", 1, 1),
                "The override names no rule.",
                NameSuggestion.Remedy(rule, [.. owners.Keys]),
                RuleJsonNode.Shorten(rule));
        }
    }

    private static void CheckSize(RuleDocument rule, AtomTable atoms, int known, PhraseBeginnings beginnings, DiagnosticList places)
    {
        int before = beginnings.Count;
        for (int i = known; i < atoms.Phrases.Count; i++)
        {
            beginnings.Add(atoms.Phrases[i]);
        }

        if (before < PhraseStates.MostStates && beginnings.Count >= PhraseStates.MostStates)
        {
            places.Add(
                RuleDiagnosticCodes.TooManyPhrases,
                rule.Place,
                "Together the phrases are too long from this rule on.",
                $"Use phrases with less than {PhraseStates.MostStates} different beginnings in all; a beginning that phrases share counts once.");
        }
    }

    private static string Version(IReadOnlyList<RuleSetSource> sources, List<RuleSetDocument> documents, RuleSetOptions options)
    {
        if (documents.Count == 0)
        {
            return RuleSet.Empty.Version;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (RuleSetSource source in sources)
        {
            hash.AppendData(source.Utf8.Span);
        }

        IEnumerable<string> names = documents.Select(document => $"{document.Name} r{document.Revision}");
        string checksum = Convert.ToHexStringLower(hash.GetHashAndReset())[..ChecksumLength];
        string level = options.Level == RuleSetOptions.LeastLevel ? string.Empty : $" level {options.Level}";
        string overridden = options.Overrides.Count == 0 ? string.Empty : $", {options.Overrides.Count} overridden";
        return $"{string.Join(", ", names)} #{checksum}{level}{overridden}";
    }
}
