// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Throws when a condition holds: the bugs that hostile input finds.</summary>
internal sealed class ThrowingDetector : IDistillationDetector, IOutcomeObserver
{
    private readonly ThrowingCondition _condition;

    public ThrowingDetector(ThrowingCondition condition) => _condition = condition;

    public string Name => "throwing";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        bool isMet = _condition switch
        {
            ThrowingCondition.Always => true,
            ThrowingCondition.NoParts => context.Request.Content.Parts.IsEmpty,
            ThrowingCondition.LongText => context.Request.Content.Text.Length >= 1_000_000,
            ThrowingCondition.InvalidUtf8 => !System.Text.Unicode.Utf8.IsValid(context.Request.Content.Text),
            ThrowingCondition.NoPlan => context.Request.Caller.Plan.IsEmpty,
            ThrowingCondition.Infinity => float.IsPositiveInfinity(context.Request.Content.Sampling.Temperature),
            ThrowingCondition.NegativeCount => context.Request.Content.Sampling.ChoiceCount < 0,
            ThrowingCondition.EndOfTime => context.Ticks == DateTime.MaxValue.Ticks,
            ThrowingCondition.BeginningOfTime => context.Ticks == 0,
            ThrowingCondition.UnknownRole => HasUnknownRole(context.Request.Content.Parts),
            _ => false,
        };
        if (isMet)
        {
            throw new InvalidOperationException("bad luck");
        }
    }

    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        if (_condition == ThrowingCondition.TokenOverflow)
        {
            GC.KeepAlive(checked(outcome.InputTokens + outcome.OutputTokens));
        }
    }

    private static bool HasUnknownRole(ReadOnlySpan<TextPart> parts)
    {
        foreach (TextPart part in parts)
        {
            if (part.Role > MessageRole.Tool)
            {
                return true;
            }
        }

        return false;
    }
}
