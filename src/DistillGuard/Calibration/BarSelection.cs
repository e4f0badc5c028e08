// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>
/// Finds the score that a benign account-day or group-day reaches no more often than a budget allows. Inside the sample by order
/// statistics, which assume no shape; beyond it by a generalised Pareto tail; upper confidence limits either way.
/// </summary>
internal static class BarSelection
{
    /// <summary>Confidence of a bar.</summary>
    public const double Confidence = 0.95;

    /// <summary>Fewest scores above a threshold that a tail is fitted to.</summary>
    public const int FewestForTail = 30;

    /// <summary>A tail is fitted to at most this share of all units: further in, traffic is no tail.</summary>
    private const double MostOfAll = 0.1;

    // By how much a bar may fall below that of honest weights: ten times the odds.
    private static readonly float MostBelow = (float)Math.Log(10);

    /// <summary>Chooses a bar.</summary>
    /// <param name="maxima">Daily maxima of the statistic, highest first; of the units without one it was 0.</param>
    /// <param name="units">All units: account-days or group-days.</param>
    /// <param name="probability">How often a benign unit may reach the bar.</param>
    public static BarEstimate Choose(IReadOnlyList<float> maxima, long units, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        float assumed = BarPair.AssumedAt(Math.Min(probability, 1));
        float least = assumed - MostBelow;
        int allowed = Allowed(units, probability);
        (float bar, BarBasis basis) = allowed >= 0
            ? (Exceeded(maxima, allowed), BarBasis.Observed)
            : Beyond(maxima, units, probability, assumed);
        (bar, basis) = bar < least ? (least, BarBasis.Limited) : (bar, basis);
        int exceeded = maxima.Count(score => score >= bar);
        return new BarEstimate(bar, basis, units, exceeded, BinomialInterval.Upper(exceeded, units, Confidence));
    }

    /// <summary>Chooses the bar of groups from a budget per day.</summary>
    public static BarEstimate ChooseForGroups(GuardCalibration calibration, double perDay)
    {
        CalibrationTraffic from = calibration.MadeFrom;
        double groupsPerDay = from.WatchedDays == 0 ? 1 : Math.Max(1, (double)from.GroupDays / from.WatchedDays);
        BarEstimate measured = Choose(calibration.GroupMaxima, from.GroupDays, Math.Min(0.5, perDay / groupsPerDay));
        float assumed = BarPair.AssumedAt(perDay);

        // Assumed per group-day would count the groups twice: honest weights speak of the group, however many there are.
        return measured.Basis == BarBasis.Assumed
            ? measured with { Bar = Math.Max(assumed, Highest(calibration.GroupMaxima)) }
            : measured.Bar < assumed - MostBelow
            ? measured with { Bar = assumed - MostBelow, Basis = BarBasis.Limited }
            : measured;
    }

    /// <summary>Whether so many units are enough to tell by themselves that a bar keeps a budget: about three for each one accepted.</summary>
    public static bool IsEnough(long units, double probability) => Allowed(units, probability) >= 0;

    // The most units that may exceed the bar in the sample so that, with the confidence asked for, they do so rarely enough; -1 when
    // the sample is too small for any.
    private static int Allowed(long units, double probability)
    {
        int trials = (int)Math.Min(units, int.MaxValue);
        int allowed = -1;
        int tooMany = trials;
        while (tooMany - allowed > 1)
        {
            int middle = allowed + ((tooMany - allowed) / 2);
            bool isRare = 1 - BinomialTail.AtLeast(middle + 1, trials, probability) <= 1 - Confidence;
            (allowed, tooMany) = isRare ? (middle, tooMany) : (allowed, middle);
        }

        return allowed;
    }

    // The least bar that no more units than allowed reach. Of a list that was cut the scores behind its end are not known.
    private static float Exceeded(IReadOnlyList<float> maxima, int allowed) =>
        allowed < maxima.Count ? Above(maxima[allowed])
        : maxima.Count >= GuardCalibration.MostMaxima ? Above(maxima[^1])
        : 0;

    private static (float Bar, BarBasis Basis) Beyond(IReadOnlyList<float> maxima, long units, double probability, float assumed)
    {
        int most = (int)Math.Min(maxima.Count, units * MostOfAll);
        if (most > FewestForTail)
        {
            float threshold = maxima[most - 1];
            double[] excesses = [.. maxima.TakeWhile(score => score > threshold).Select(score => (double)score - threshold)];
            double rate = BinomialInterval.Upper(excesses.Length, units, Confidence);
            if (excesses.Length >= FewestForTail && GeneralizedParetoTail.UpperQuantile(excesses, probability / rate) is { } excess)
            {
                return ((float)Math.Max(threshold + excess, Highest(maxima)), BarBasis.Tail);
            }
        }

        return (Math.Max(assumed, Highest(maxima)), BarBasis.Assumed);
    }

    // Just above: a score that equals a bar accuses.
    private static float Above(float score) => MathF.BitIncrement(score);

    private static float Highest(IReadOnlyList<float> maxima) => maxima.Count == 0 ? 0 : Above(maxima[0]);
}
