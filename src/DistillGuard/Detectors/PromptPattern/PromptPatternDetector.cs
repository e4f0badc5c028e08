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

    // Half a prompt: less is a habit given up.
    private const double LeastHabit = 0.5;

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
        Count(in heaviest, ref state);
        if (state.LatestTactics != 0)
        {
            ReportHabits(in state, context.Features.RuleSet, ref signals);
        }
    }

    // A request that was turned away got no answer to learn from; counting it would let a block confirm itself through retries.
    // With several requests in flight the tactics taken back may be those of a later one; they are mostly the same.
    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        if (subjects.Account.IsPresent && outcome.IsTurnedAway)
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

    private static void Count(in HeaviestRules heaviest, ref PromptPatternState state)
    {
        for (int tactic = 0; tactic < TacticCounts.Count; tactic++)
        {
            if (heaviest[tactic] > 0)
            {
                state.LatestTactics |= (ushort)(1 << tactic);
                state.Hits[tactic]++;
                state.Rules[tactic] = heaviest[tactic];
            }
        }
    }

    // All habits speak, not only those of this prompt: a campaign that takes its tactics in turn is still one campaign.
    private void ReportHabits(in PromptPatternState state, RuleSet rules, ref SignalBuffer signals)
    {
        for (int tactic = 0; tactic < TacticCounts.Count; tactic++)
        {
            if (state.Hits[tactic] >= LeastHabit && RuleOf(state.Rules[tactic] - 1, tactic, rules) is { } rule)
            {
                Report(rule, state.Hits[tactic], state.Requests, ref signals);
            }
        }
    }

    // After a reload an index may mean another rule. One of another tactic is not quoted; the next match sets it right.
    private static Rule? RuleOf(int index, int tactic, RuleSet rules) =>
        index >= 0 && index < rules.Rules.Count && (int)rules.Rules[index].Tactic == tactic && rules.Rules[index].Status == RuleStatus.Stable
            ? rules.Rules[index]
            : null;

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
