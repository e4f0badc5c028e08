// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>Replays recorded traffic into two guards and compares every signal bit by bit.</summary>
internal static class DeterminismCheck
{
    public static void Run(DetectorCase detector)
    {
        SentExchange[] traffic = detector.RecordBoth();
        DistillationGuard first = detector.Build();
        DistillationGuard second = detector.Build();
        var player = new ExchangePlayer();
        for (int i = 0; i < traffic.Length; i++)
        {
            Verdict expected = player.Play(first, traffic[i]);
            Verdict actual = player.Play(second, traffic[i]);
            if (!AreEqual(expected.Signals, actual.Signals))
            {
                throw new DetectorContractException(
                    $"Request {i} of the same traffic gave other signals the second time. A detector has no clock, " +
                    "no chance, and no " +
                    $"memory but its slots.{Environment.NewLine}First: " +
                    $"{expected.Explain()}{Environment.NewLine}Then: {actual.Explain()}");
            }
        }
    }

    private static bool AreEqual(ReadOnlySpan<Signal> left, ReadOnlySpan<Signal> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            bool isEqual = left[i].Info.Id == right[i].Info.Id
                && left[i].Weight.Equals(right[i].Weight)
                && left[i].Measure.Equals(right[i].Measure)
                && left[i].Limit.Equals(right[i].Limit)
                && left[i].Tag == right[i].Tag;
            if (!isEqual)
            {
                return false;
            }
        }

        return true;
    }
}
