// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Features;

/// <summary>Measures a request's text once for all detectors: counts, and which rules it matches. Thread-safe; allocates nothing when steady.</summary>
internal sealed class FeatureMeasurer
{
    private readonly LiveRules _rules;
    private readonly ScratchPool<MatchScratch> _scratch = new();

    public FeatureMeasurer(LiveRules rules) => _rules = rules;

    public void Measure(in RequestContent content, ref PromptFeatures features)
    {
        PromptFeatureReader.Measure(in content, ref features);
        RuleSet rules = _rules.Current;
        features.RuleSet = rules;
        if (rules.Rules.Count > 0)
        {
            Match(rules, in content, ref features);
        }
    }

    private void Match(RuleSet rules, in RequestContent content, ref PromptFeatures features)
    {
        MatchScratch scratch = _scratch.Rent();
        try
        {
            rules.Match(in content, scratch, ref features.RuleHits);
        }
        finally
        {
            scratch.ClearAfter(content.Text.Length); // no prompt lies about in pooled memory
            _scratch.Return(scratch);
        }
    }
}
