// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Workshop;

/// <summary>Runs case files against rules. Not thread-safe: one test, one thread.</summary>
public sealed class RuleTest
{
    private readonly RuleSet _rules;
    private readonly Dictionary<string, ConditionProbe> _probes = new(StringComparer.Ordinal);
    private readonly RequestBuffer _buffer = new();
    private readonly MatchScratch _scratch = new();

    /// <summary>Compiles the rules, those of every level and status.</summary>
    /// <param name="sources">The rule documents.</param>
    /// <exception cref="RuleSetException">The documents have mistakes.</exception>
    public RuleTest(IReadOnlyList<RuleSetSource> sources)
    {
        _rules = RuleSet.Compile(sources, new RuleSetOptions { Level = RuleSetOptions.GreatestLevel });
        foreach (RuleDocument rule in ConditionProbe.Read(sources))
        {
            _probes.Add(rule.Id, new ConditionProbe(rule.Condition));
        }
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules => _rules;

    /// <summary>Ids of the rules that a case matches.</summary>
    public IReadOnlyList<string> Match(RuleCase prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        prompt.WriteTo(_buffer);
        RuleHits hits = default;
        _rules.Match(_buffer.Content, _scratch, ref hits);
        List<string> ids = [];
        for (int rule = hits.Next(0); rule >= 0; rule = hits.Next(rule + 1))
        {
            ids.Add(_rules.Rules[rule].Id);
        }

        return ids;
    }

    /// <summary>The cases of a file that do not come out as written; empty when all is well.</summary>
    /// <exception cref="ArgumentException">There is no rule that the file is named after.</exception>
    public IReadOnlyList<RuleCaseFailure> Run(RuleCaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!_probes.TryGetValue(file.Rule, out ConditionProbe? probe))
        {
            throw new ArgumentException($"{file.Name}: there is no rule '{file.Rule}'; name the file after a rule.", nameof(file));
        }

        List<RuleCaseFailure> failures = [];
        foreach (RuleCase prompt in file.Matches.Where(prompt => !Match(prompt).Contains(file.Rule, StringComparer.Ordinal)))
        {
            prompt.WriteTo(_buffer);
            failures.Add(new RuleCaseFailure(prompt, probe.WhyNot(_buffer.Content)));
        }

        foreach (RuleCase prompt in file.Misses)
        {
            IReadOnlyList<string> caught = Match(prompt);
            if (caught.Count > 0)
            {
                failures.Add(new RuleCaseFailure(prompt, $"an innocent look-alike is matched by {string.Join(", ", caught)}"));
            }
        }

        return failures;
    }
}
