// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using DistillGuard.Requests;
using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules;

/// <summary>Prompt rules, compiled together: all phrases of all rules are found in one pass. Immutable; safe on any thread.</summary>
/// <remarks>
/// Made from one or several JSON documents; <c>docs/writing-a-rule.md</c> describes the format. A reload makes a new set and replaces
/// the old one whole.
/// </remarks>
public sealed class RuleSet
{
    private readonly CompiledRule[] _compiled;
    private readonly PropertyAtom[] _properties;
    private readonly PromptScanner _scanner;

    internal RuleSet(Rule[] rules, CompiledCondition[] conditions, AtomTable atoms, string version)
    {
        Rules = rules;
        Version = version;
        _compiled = [.. conditions.Select(condition => new CompiledRule(condition))];
        _properties = [.. atoms.PropertyAtoms];
        _scanner = new PromptScanner(atoms);
        Gate = new PhraseGate(Triggers(conditions, atoms));
        AtomWords = (atoms.Count + 63) / 64;
    }

    /// <summary>A set without rules.</summary>
    public static RuleSet Empty { get; } = new([], [], new AtomTable(), "none");

    /// <summary>The rules; a rule's place is its index.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Name and revision of each document and a checksum of all, for logs and findings: <c>name r3 … #1a2b3c4d</c>.</summary>
    public string Version { get; }

    /// <summary>Number of distinct phrases.</summary>
    public int PhraseCount => _scanner.Automaton.PhraseCount;

    internal PromptScanner Scanner => _scanner;

    internal PhraseGate Gate { get; }

    internal int AtomWords { get; }

    /// <summary>Compiles one document.</summary>
    /// <exception cref="RuleSetException">The document has mistakes; the exception lists them all.</exception>
    public static RuleSet Compile(string json) => Compile(new RuleSetSource("rules", json));

    /// <summary>Compiles documents into one set. Rule ids must differ across all of them.</summary>
    /// <exception cref="RuleSetException">The documents have mistakes; the exception lists them all.</exception>
    public static RuleSet Compile(params IReadOnlyList<RuleSetSource> sources) =>
        TryCompile(sources, out RuleSet? rules, out IReadOnlyList<RuleDiagnostic> diagnostics)
            ? rules
            : throw new RuleSetException(diagnostics);

    /// <summary>Compiles documents into one set, or tells every mistake in them.</summary>
    /// <returns>Whether there is a rule set.</returns>
    public static bool TryCompile(
        IReadOnlyList<RuleSetSource> sources,
        [NotNullWhen(true)] out RuleSet? rules,
        out IReadOnlyList<RuleDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return RuleSetCompiler.TryCompile(sources, out rules, out diagnostics);
    }

    /// <summary>Finds the rules that a request matches, whatever their status. Only texts of <see cref="TextKind.Prompt"/> are read.</summary>
    /// <param name="content">The request.</param>
    /// <param name="scratch">Memory to work in, used by nobody else meanwhile.</param>
    /// <param name="hits">Where matches are added.</param>
    public void Match(in RequestContent content, MatchScratch scratch, ref RuleHits hits)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        if (_compiled.Length == 0)
        {
            return;
        }

        scratch.Fit(this);
        if (!IsGateOpen(in content, scratch))
        {
            return;
        }

        Span<ulong> atoms = scratch.Atoms;
        atoms.Clear();
        foreach (TextPart part in content.Parts)
        {
            if (part.Kind == TextKind.Prompt)
            {
                _scanner.Scan(content[part], (RoleScope)(1 << (int)part.Role), scratch);
            }
        }

        TestProperties(in content, atoms);
        for (int rule = 0; rule < _compiled.Length; rule++)
        {
            if (_compiled[rule].IsMet(atoms))
            {
                hits.Add(rule);
            }
        }
    }

    private static List<byte[]> Triggers(CompiledCondition[] conditions, AtomTable atoms)
    {
        HashSet<int> watched = [];
        foreach (CompiledCondition condition in conditions)
        {
            watched.UnionWith(condition.Triggers?.Atoms ?? []);
        }

        IEnumerable<int> phrases = atoms.PhraseAtoms.Where(atom => watched.Contains(atom.Atom)).Select(atom => atom.Phrase);
        return [.. phrases.Distinct().Select(phrase => atoms.Phrases[phrase])];
    }

    private bool IsGateOpen(in RequestContent content, MatchScratch scratch)
    {
        foreach (TextPart part in content.Parts)
        {
            if (part.Kind == TextKind.Prompt && Gate.IsOpenedBy(content[part], scratch))
            {
                return true;
            }
        }

        return false;
    }

    private void TestProperties(in RequestContent content, Span<ulong> atoms)
    {
        foreach (PropertyAtom test in _properties)
        {
            double value = RequestProperties.Read(in content, test.Property);
            if (value >= test.Minimum && value <= test.Maximum)
            {
                atoms[test.Atom >> 6] |= 1UL << (test.Atom & 63);
            }
        }
    }
}
