// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>
/// Whether accounts departed from their own pasts in one direction: each is its own control, and the account is the unit. Stateless.
/// </summary>
/// <remarks>
/// If every account drifts for reasons of its own, each departure is as likely as its opposite, so signs are flipped at random (Fisher, 1935). It needs
/// no calibration traffic and about eight accounts. It does not hold where all accounts of a product move to a new task together: use
/// <see cref="PermutationTest"/> where there are peers.
/// </remarks>
public static class SignFlipTest
{
    private const double Tolerance = 1e-9;
    private const int SignsInAWord = 64;

    /// <summary>The probability of so much agreement if every account had gone its own way.</summary>
    /// <param name="departures">For each account the mean of now less the mean of before, one vector after the other. Only directions count; finite numbers.</param>
    /// <param name="dimensions">Length of a vector, 1 or more.</param>
    /// <param name="flips">Random choices of signs compared; the least probability is one in this plus one. 1 or more.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <returns>Above 0, at most 1; 1 without accounts.</returns>
    /// <exception cref="ArgumentException">The vectors are not whole.</exception>
    public static double CommonDirection(ReadOnlySpan<float> departures, int dimensions, int flips, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(flips);
        int count = departures.Length / dimensions;
        if (count * dimensions != departures.Length)
        {
            throw new ArgumentException($"{departures.Length} numbers are no whole vectors of {dimensions}; give all of each.", nameof(departures));
        }

        double[] directions = Directions(departures, dimensions, count);
        double[] sum = new double[dimensions];
        int words = (count + SignsInAWord - 1) / SignsInAWord;
        double observed = Agreement(directions, sum, new ulong[words]);
        double least = observed - (Tolerance * Math.Max(1, Math.Abs(observed)));
        var random = new SplitMix(seed);
        ulong[] signs = new ulong[words];
        int asMuch = 0;
        for (int i = 0; i < flips; i++)
        {
            foreach (ref ulong word in signs.AsSpan())
            {
                word = random.Next();
            }

            asMuch += Agreement(directions, sum, signs) >= least ? 1 : 0;
        }

        return (1.0 + asMuch) / (1.0 + flips);
    }

    // Of length 1, so that no account speaks louder; one that did not depart says nothing.
    private static double[] Directions(ReadOnlySpan<float> departures, int dimensions, int count)
    {
        double[] directions = new double[departures.Length];
        for (int account = 0; account < count; account++)
        {
            ReadOnlySpan<float> vector = departures.Slice(account * dimensions, dimensions);
            double squares = 0;
            foreach (float value in vector)
            {
                squares += (double)value * value;
            }

            for (int i = 0; i < dimensions && squares > 0; i++)
            {
                directions[(account * dimensions) + i] = vector[i] / Math.Sqrt(squares);
            }
        }

        return directions;
    }

    // The squared length of the sum: the products of all pairs, and every account with itself, which no flip changes.
    private static double Agreement(double[] directions, double[] sum, ulong[] signs)
    {
        Array.Clear(sum);
        for (int account = 0; account < directions.Length / sum.Length; account++)
        {
            double sign = ((signs[account / SignsInAWord] >> (account % SignsInAWord)) & 1) == 0 ? 1 : -1;
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += sign * directions[(account * sum.Length) + i];
            }
        }

        double squares = 0;
        foreach (double value in sum)
        {
            squares += value * value;
        }

        return squares;
    }
}
