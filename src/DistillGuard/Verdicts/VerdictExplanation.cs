// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Numerics;
using System.Text;
using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

/// <summary>Makes words of a verdict: a note that a colleague could have written.</summary>
internal static class VerdictExplanation
{
    public static string Write(in Verdict verdict)
    {
        var text = new StringBuilder();
        if (!verdict.IsEvaluated)
        {
            text.Append(CultureInfo.InvariantCulture, $"Not evaluated: {Describe(verdict.NotEvaluated)}. This says nothing about the account, for or against it.");
            AppendGroup(text, verdict.Group);
            return text.ToString();
        }

        Signal[] signals = Heaviest(verdict.Signals);
        AppendStanding(text, in verdict, signals);
        AppendGroup(text, verdict.Group);
        AppendReasons(text, signals);
        AppendPolicy(text, signals);
        if (verdict.Dropped > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{verdict.Dropped} more signals found no room and were not weighed.");
        }

        return text.ToString();
    }

    // Stable: signals of equal weight stay in the order they were found.
    private static Signal[] Heaviest(ReadOnlySpan<Signal> signals) =>
        [.. signals.ToArray().OrderByDescending(static signal => signal.Weight)];

    private static void AppendStanding(StringBuilder text, in Verdict verdict, Signal[] signals)
    {
        string standing = verdict.OwnLevel switch
        {
            VerdictLevel.High => "High: far above the bar" + Alone(in verdict),
            VerdictLevel.Elevated => "Elevated: above the bar" + Alone(in verdict),
            _ when verdict.Score >= verdict.Bar => verdict.Families == SignalFamilies.None
                ? "No accusation: above the bar, but no kind of evidence is strong enough to count; two are needed"
                : "No accusation: above the bar, but on one kind of evidence only; two are needed",
            _ when signals.Length == 0 => "Nothing found",
            _ => "No accusation: below the bar",
        };
        text.Append(
            CultureInfo.InvariantCulture,
            $"{standing} (score {verdict.Score:F1}, bar {verdict.Bar:F1}, request {verdict.AccountExchanges} of the account).");
    }

    private static void AppendGroup(StringBuilder text, GroupStanding group)
    {
        if (group.Group != 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{group.Level} as a member of group g{group.Group} (the group's score {group.Score:F1}); the group's finding says what its accounts have in common.");
        }
    }

    // Everybody who knows the rule of two will ask why one was enough here.
    private static string Alone(in Verdict verdict) =>
        BitOperations.PopCount((uint)verdict.Families) < 2 ? ", on evidence that needs no second kind" : string.Empty;

    private static void AppendReasons(StringBuilder text, Signal[] signals)
    {
        foreach (Signal signal in signals)
        {
            if (signal.Info.IsPolicy)
            {
                continue;
            }

            string sign = signal.Weight > 0 ? "+" : string.Empty;
            string conclusive = signal.Info.IsConclusive ? ", conclusive" : string.Empty;
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n- {signal.Info.Title} [{signal.Info.Family}, {sign}{signal.Weight:F1}{conclusive}]: {signal.Describe()}");
            text.Append("\n  Innocent if: ").Append(signal.Info.Innocent);
        }
    }

    private static void AppendPolicy(StringBuilder text, Signal[] signals)
    {
        foreach (Signal signal in signals)
        {
            if (signal.Info.IsPolicy)
            {
                text.Append("\nPolicy, no evidence of distillation: ").Append(signal.Describe());
            }
        }
    }

    private static string Describe(NotEvaluatedReason reason) => reason switch
    {
        NotEvaluatedReason.UnknownApi => "no reader knows this API",
        NotEvaluatedReason.BodyTooLarge => "the body is larger than the reader's limit",
        NotEvaluatedReason.Truncated => "the body ends too early",
        NotEvaluatedReason.TooDeep => "the body nests deeper than the reader's limit",
        NotEvaluatedReason.DuplicateMember => "a member appears twice in the body",
        NotEvaluatedReason.InvalidUtf8 => "the body is not UTF-8",
        NotEvaluatedReason.InvalidJson => "the body is not JSON",
        NotEvaluatedReason.UnexpectedShape => "the body is not of the shape this API defines",
        NotEvaluatedReason.TooManyParts => "the body has more pieces of text than the reader's limit",
        NotEvaluatedReason.NumberOutOfRange => "a number in the body is larger than its parameter can be",
        NotEvaluatedReason.NoContent => "the body asks for nothing",
        NotEvaluatedReason.NoAccount => "the request names no account",
        NotEvaluatedReason.GuardFault => "the guard itself failed; the fault is counted",
        NotEvaluatedReason.UnknownEncoding => "the body is compressed in a way that is not known",
        NotEvaluatedReason.Pending => "the request has not been inspected yet",
        _ => "the reason is not known",
    };
}
