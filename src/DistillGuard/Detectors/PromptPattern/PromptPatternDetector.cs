// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.PromptPattern;

/// <summary>
/// Turns the rules that prompts match into evidence about the account: what counts is the habit, how often and in what share of its
/// requests an account pursues a tactic, not one prompt.
/// </summary>
internal sealed class PromptPatternDetector : IDistillationDetector, IOutcomeObserver
{
    public const string DetectorName = "prompt-pattern";

    private readonly PromptPatternOptions _options;
    private readonly StateSlot<PromptPatternState> _slot;

    public PromptPatternDetector(PromptPatternOptions options, SubjectLayout layout)
    {
        _options = options;
        _slot = layout.Reserve<PromptPatternState>(SubjectKind.Account);
    }

    public string Name => DetectorName;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        if (!context.Account.IsPresent)
        {
            return;
        }

        ref PromptPatternState state = ref context.Account.State(_slot);
        state.DecayTo(context.Ticks, _options.HalfLife);
        state.Requests++;
        state.LatestTactics = 0;
        if (context.Features.RuleHits.IsEmpty)
        {
            return;
        }

        HeaviestRules heaviest = Heaviest(in context.Features.RuleHits, context.Features.RuleSet);
        for (int tactic = 0; tactic < TacticCounts.Count; tactic++)
        {
            int rule = heaviest[tactic] - 1;
            if (rule >= 0)
            {
                state.LatestTactics |= (ushort)(1 << tactic);
                state.Hits[tactic]++;
                Report(context.Features.RuleSet.Rules[rule], state.Hits[tactic], state.Requests, ref signals);
            }
        }
    }

    // A request that was turned away got no answer to learn from; counting it would let a block confirm itself through retries.
    // With several requests in flight the tactics taken back may be those of a later one; they are mostly the same.
    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        if (subjects.Account.IsPresent && outcome.IsTurnedAway && outcome.OutputTokens <= 0)
        {
            subjects.Account.State(_slot).TakeBack();
        }
    }

    /// <summary>For each tactic the heaviest stable rule matched: its index plus one, 0 for none.</summary>
    private static HeaviestRules Heaviest(in RuleHits hits, RuleSet rules)
    {
        HeaviestRules heaviest = default;
        for (int i = hits.Next(0); i >= 0; i = hits.Next(i + 1))
        {
            Rule rule = rules.Rules[i];
            int tactic = (int)rule.Tactic;
            int known = heaviest[tactic] - 1;
            if (rule.Status == RuleStatus.Stable && (known < 0 || rule.Weight > rules.Rules[known].Weight))
            {
                heaviest[tactic] = (short)(i + 1);
            }
        }

        return heaviest;
    }

    private void Report(Rule rule, double hits, double requests, ref SignalBuffer signals)
    {
        double confirmed = Math.Min(1, hits / _options.ConfirmedAfter);
        double share = Math.Min(1, hits / Math.Max(requests, hits) / _options.FullShare);
        signals.Add(new Signal(
            rule.Signal,
            (float)(rule.Weight * confirmed * share),
            (float)hits,
            (float)_options.ConfirmedAfter));
    }
}
