// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Detectors.QuestionBank;

/// <summary>Whether accounts without a template ask as if they drew from one list of questions.</summary>
/// <remarks>Only pools are looked at: who asks in such a form was found when the pool was made.</remarks>
internal sealed class QuestionBankAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "question-bank";

    private static readonly SignalInfo SameBank = new()
    {
        Id = "distribution.same-bank",
        Title = "Unrelated accounts ask single questions of one form about the same things",
        Family = SignalFamily.Distribution,
        Reason = "what an account asks about and what the others do are alike by {0:F2} on average (a cosine); among unrelated customers by less than {1:F2}",
        Innocent = "several users of one public benchmark, or customers of one quiz or tutoring product without a system prompt.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
    };

    private static readonly SignalInfo NoSittings = new()
    {
        Id = "timing.no-sittings",
        Title = "The accounts never ask twice in a sitting",
        Family = SignalFamily.Timing,
        Reason = "{0:P0} of an account's exchanges follow another within 15 minutes; among people {1:P0} is low",
        Innocent = "scheduled jobs, or a form that sends one question per visitor.",
        References = ["OWASP AISVS 11.5.3"],
    };

    private readonly QuestionBankOptions _options;

    public QuestionBankAnalyzer(QuestionBankOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        if (group.Pool is PoolKind.None or PoolKind.Links)
        {
            return;
        }

        AddSameBank(in group, ref signals);
        if (group.Pool == PoolKind.Questions)
        {
            AddNoSittings(in group, ref signals);
        }
    }

    // Who told the operator that it evaluates or researches surprises nobody by asking what a public benchmark asks.
    private void AddSameBank(in GroupView group, ref SignalBuffer signals)
    {
        double weight = Math.Clamp(_options.OrganizationWeight * (group.UndeclaredOrganizations - 1), 0, _options.MostBankWeight);
        if (weight > 0)
        {
            signals.Add(new Signal(SameBank, (float)weight, (float)group.Alikeness, (float)_options.UsualAlikeness));
        }
    }

    private void AddNoSittings(in GroupView group, ref SignalBuffer signals)
    {
        double few = Math.Clamp((_options.LowInSitting - group.InSitting) / (_options.LowInSitting - _options.FullInSitting), 0, 1);
        double weight = _options.NoSittingsWeight * few;
        if (weight > 0)
        {
            signals.Add(new Signal(NoSittings, (float)weight, (float)group.InSitting, (float)_options.LowInSitting));
        }
    }
}
