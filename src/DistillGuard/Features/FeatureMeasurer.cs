// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Text;

namespace DistillGuard.Features;

/// <summary>Measures a request's text once for all detectors: counts, and which rules it matches. Thread-safe; allocates nothing when steady.</summary>
internal sealed class FeatureMeasurer
{
    private readonly LiveRules _rules;
    private readonly ScratchPool<MatchScratch> _scratch = new();

    private readonly PieceReader? _pieces;
    private readonly SketchReader? _sketches;

    /// <summary>Makes a measurer.</summary>
    /// <param name="rules">The rules to match.</param>
    /// <param name="pieces">Reads template pieces; <see langword="null"/> when nobody looks for groups.</param>
    /// <param name="sketches">Sketches questions; <see langword="null"/> when nobody looks for groups.</param>
    public FeatureMeasurer(LiveRules rules, PieceReader? pieces, SketchReader? sketches)
    {
        _sketches = sketches;
        _rules = rules;
        _pieces = pieces;
    }

    /// <summary>Counts the text: the first and shorter part.</summary>
    public static void Count(in RequestContent content, ref PromptFeatures features) => PromptFeatureReader.Measure(in content, ref features);

    /// <summary>Measures the rest of a text that is counted: template pieces, style, the rules it matches.</summary>
    public void Measure(in RequestContent content, ref PromptFeatures features)
    {
        if (_pieces is not null && _sketches is not null)
        {
            TemplateFeatureReader.Measure(in content, _pieces, _sketches, ref features);
        }

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
