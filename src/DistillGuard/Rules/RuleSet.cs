// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using DistillGuard.Requests;
using DistillGuard.Rules.Conditions;
using DistillGuard.Text.Disguise;

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
        Gate = MakeGate(conditions, atoms);
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
        return RuleSetCompiler.TryCompile(sources, new RuleSetOptions(), out rules, out diagnostics);
    }

    /// <summary>Compiles documents into one set of the rules that an operator wants.</summary>
    /// <exception cref="RuleSetException">The documents have mistakes, or an override names no rule; the exception lists them all.</exception>
    /// <exception cref="GuardConfigurationException">An option is out of range.</exception>
    public static RuleSet Compile(IReadOnlyList<RuleSetSource> sources, RuleSetOptions options) =>
        TryCompile(sources, options, out RuleSet? rules, out IReadOnlyList<RuleDiagnostic> diagnostics)
            ? rules
            : throw new RuleSetException(diagnostics);

    /// <summary>Compiles documents into one set of the rules that an operator wants, or tells every mistake.</summary>
    /// <returns>Whether there is a rule set.</returns>
    /// <exception cref="GuardConfigurationException">An option is out of range.</exception>
    public static bool TryCompile(
        IReadOnlyList<RuleSetSource> sources,
        RuleSetOptions options,
        [NotNullWhen(true)] out RuleSet? rules,
        out IReadOnlyList<RuleDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new OptionsProblems();
        problems.Check("rules", options);
        problems.ThrowIfAny();
        return RuleSetCompiler.TryCompile(sources, options, out rules, out diagnostics);
    }

    /// <summary>
    /// Finds the rules that a request matches, whatever their status. Texts of <see cref="TextKind.Prompt"/> are read, and tool definitions and
    /// answer schemas where a rule asks for them. A text that may hide something is read a second time without its disguise.
    /// </summary>
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
        DisguiseSigns signs = LookForSigns(in content);
        if (!IsGateOpen(in content, signs, scratch))
        {
            return;
        }

        ReadOnlySpan<ulong> atoms = ReadAtoms(in content, signs, scratch);
        for (int rule = 0; rule < _compiled.Length; rule++)
        {
            if (_compiled[rule].IsMet(atoms))
            {
                hits.Add(rule);
            }
        }
    }

    /// <summary>Everything that is true of a request, whether or not a rule could match.</summary>
    internal ReadOnlySpan<ulong> ReadAtoms(in RequestContent content, MatchScratch scratch)
    {
        scratch.Fit(this);
        return ReadAtoms(in content, LookForSigns(in content), scratch);
    }

    private ReadOnlySpan<ulong> ReadAtoms(in RequestContent content, DisguiseSigns signs, MatchScratch scratch)
    {
        scratch.Atoms.AsSpan().Clear();
        Scan(in content, PromptReading.Plain, signs, scratch);
        if (SecondReading(signs) is { } second)
        {
            Scan(in content, second, signs, scratch);
        }

        if ((signs & DisguiseSigns.Encoded) != DisguiseSigns.None)
        {
            Scan(in content, PromptReading.Decoded, signs, scratch);
        }

        TestProperties(in content, scratch.Atoms);
        return scratch.Atoms;
    }

    private static PhraseGate MakeGate(CompiledCondition[] conditions, AtomTable atoms)
    {
        HashSet<int> watched = [];
        foreach (CompiledCondition condition in conditions)
        {
            watched.UnionWith(condition.Triggers?.Atoms ?? []);
        }

        PhraseAtom[] triggers = [.. atoms.PhraseAtoms.Where(atom => watched.Contains(atom.Atom))];
        RoleScope scope = triggers.Aggregate(RoleScope.None, (known, atom) => known | atom.Scope);
        return new PhraseGate([.. triggers.Select(atom => atom.Phrase).Distinct().Select(phrase => atoms.Phrases[phrase])], scope);
    }

    private DisguiseSigns LookForSigns(in RequestContent content)
    {
        DisguiseSigns signs = DisguiseSigns.None;
        foreach (TextPart part in content.Parts)
        {
            if (_scanner.Reads(RoleScopes.Of(part)))
            {
                signs |= DisguiseScan.Look(content[part]);
            }
        }

        return signs;
    }

    private static PromptReading? SecondReading(DisguiseSigns signs) =>
        (signs & DisguiseSigns.Letters) != DisguiseSigns.None ? PromptReading.Unmasked
        : (signs & DisguiseSigns.Accents) != DisguiseSigns.None ? PromptReading.Accentless
        : null;

    private bool IsGateOpen(in RequestContent content, DisguiseSigns signs, MatchScratch scratch) =>
        IsGateOpen(in content, PromptReading.Plain, signs, scratch)
        || (SecondReading(signs) is { } second && IsGateOpen(in content, second, signs, scratch))
        || ((signs & DisguiseSigns.Encoded) != DisguiseSigns.None && IsGateOpen(in content, PromptReading.Decoded, signs, scratch));

    private bool IsGateOpen(in RequestContent content, PromptReading reading, DisguiseSigns signs, MatchScratch scratch)
    {
        bool mostlyLatin = (signs & DisguiseSigns.MostlyLatin) != DisguiseSigns.None;
        foreach (TextPart part in content.Parts)
        {
            if ((RoleScopes.Of(part) & Gate.Scope) != RoleScope.None
                && Gate.IsOpenedBy(content[part], reading, mostlyLatin, scratch))
            {
                return true;
            }
        }

        return false;
    }

    private void Scan(in RequestContent content, PromptReading reading, DisguiseSigns signs, MatchScratch scratch)
    {
        Array.Clear(scratch.Counts);
        bool mostlyLatin = (signs & DisguiseSigns.MostlyLatin) != DisguiseSigns.None;
        foreach (TextPart part in content.Parts)
        {
            _scanner.Scan(content[part], RoleScopes.Of(part), reading, mostlyLatin, scratch);
        }
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
