// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>
/// What tests say about verdicts, in any test framework. A failure prints <see cref="Verdict.Explain"/>.
/// </summary>
public static class VerdictAssertions
{
    /// <summary>Expects an accusation: level elevated or high.</summary>
    /// <exception cref="VerdictAssertionException">There is none.</exception>
    public static void ShouldAccuse(this in Verdict verdict)
    {
        if (verdict.Level == VerdictLevel.None)
        {
            Throw(in verdict, "Expected an accusation, but there is none.");
        }
    }

    /// <summary>Expects no accusation. The request must have been evaluated: "not evaluated" is not "clean".</summary>
    /// <exception cref="VerdictAssertionException">There is one, or the request was not evaluated.</exception>
    public static void ShouldNotAccuse(this in Verdict verdict)
    {
        if (verdict.Level != VerdictLevel.None)
        {
            Throw(in verdict, "Expected no accusation, but there is one.");
        }

        if (!verdict.IsEvaluated)
        {
            Throw(in verdict, "Expected no accusation, but the request was not even evaluated.");
        }
    }

    /// <summary>Expects a signal and returns it; the first, if there are several.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="id">The signal's id, for example <c>volume.ramp</c>.</param>
    /// <exception cref="VerdictAssertionException">There is no such signal.</exception>
    public static Signal ShouldHaveSignal(this in Verdict verdict, string id)
    {
        foreach (Signal signal in verdict.Signals)
        {
            if (signal.Info.Id == id)
            {
                return signal;
            }
        }

        Throw(in verdict, $"Expected the signal '{id}', but it is not among the {verdict.Signals.Length} signals.");
        return default;
    }

    /// <summary>Expects that a signal is absent. The request must have been evaluated.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="id">The signal's id, for example <c>volume.ramp</c>.</param>
    /// <exception cref="VerdictAssertionException">There is such a signal, or the request was not
    /// evaluated.</exception>
    public static void ShouldNotHaveSignal(this in Verdict verdict, string id)
    {
        foreach (Signal signal in verdict.Signals)
        {
            if (signal.Info.Id == id)
            {
                Throw(in verdict, $"Expected no signal '{id}', but there is one that weighs {signal.Weight:F2}.");
            }
        }

        if (!verdict.IsEvaluated)
        {
            Throw(in verdict, $"Expected no signal '{id}', but the request was not even evaluated.");
        }
    }

    /// <summary>Expects that exactly these families carry enough evidence to count.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="families">The families; <see cref="SignalFamilies.None"/> for none.</param>
    /// <exception cref="VerdictAssertionException">Others count, or fewer do.</exception>
    public static void ShouldCountFamilies(this in Verdict verdict, SignalFamilies families)
    {
        if (verdict.Families != families)
        {
            Throw(in verdict, $"Expected the families {families} to count, but it is {verdict.Families}.");
        }
    }

    [DoesNotReturn]
    private static void Throw(in Verdict verdict, string expectation) =>
        throw new VerdictAssertionException(expectation + Environment.NewLine + verdict.Explain());
}
