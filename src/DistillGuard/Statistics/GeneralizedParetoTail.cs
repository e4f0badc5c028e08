// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>
/// Peaks over threshold: the excesses of a tail over a threshold follow a generalised Pareto distribution (Pickands 1975; Coles, "An
/// Introduction to Statistical Modeling of Extreme Values", 2001, chapter 4). Stateless.
/// </summary>
internal static class GeneralizedParetoTail
{
    /// <summary>Shapes looked at: from bounded tails to tails without a mean.</summary>
    private const double LeastShape = -0.5;
    private const double MostShape = 1;
    private const double ShapeStep = 0.01;

    /// <summary>Half the 95 % point of chi-squared with one degree of freedom: one-sided 97.5 %.</summary>
    private const double LikelihoodDrop = 3.841458820694124 / 2;

    private const int Halvings = 50;
    private const double WidestQuantile = 1000;

    /// <summary>
    /// The upper confidence limit (97.5 %, profile likelihood) of the excess that is exceeded with a probability.
    /// </summary>
    /// <param name="excesses">The excesses, above 0; two or more that differ.</param>
    /// <param name="probability">Probability among the excesses, between 0 and 1.</param>
    /// <returns><see langword="null"/> when the data cannot rule out that it has no limit.</returns>
    public static double? UpperQuantile(ReadOnlySpan<double> excesses, double probability)
    {
        if (excesses.IsEmpty || !(probability is > 0 and < 1))
        {
            return null;
        }

        (double best, double quantile) = Fit(excesses, probability);
        double low = quantile;
        double high = quantile * 2;
        while (Profile(excesses, probability, high) > best - LikelihoodDrop)
        {
            low = high;
            high *= 2;
            if (high > WidestQuantile * quantile)
            {
                return null;
            }
        }

        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Profile(excesses, probability, middle) > best - LikelihoodDrop ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The log-likelihood of a scale and a shape.</summary>
    public static double LogLikelihood(ReadOnlySpan<double> excesses, double scale, double shape)
    {
        double sum = 0;
        foreach (double excess in excesses)
        {
            double ratio = shape * excess / scale;
            if (ratio <= -1)
            {
                return double.NegativeInfinity;
            }

            sum += IsExponential(shape) ? excess / scale : (1 + (1 / shape)) * Math.Log(1 + ratio);
        }

        return (-excesses.Length * Math.Log(scale)) - sum;
    }

    /// <summary>The excess that is exceeded with a probability.</summary>
    public static double Quantile(double probability, double scale, double shape) => scale * Growth(probability, shape);

    private static (double LogLikelihood, double Quantile) Fit(ReadOnlySpan<double> excesses, double probability)
    {
        // The likelihood as a function of the quantile has one peak; its foot is somewhere between a mean's tenth and many means.
        double mean = Mean(excesses);
        double low = Math.Log(mean / 10);
        double high = Math.Log(mean * WidestQuantile);
        const double golden = 0.61803398874989485;
        for (int i = 0; i < Halvings; i++)
        {
            double left = high - (golden * (high - low));
            double right = low + (golden * (high - low));
            (low, high) = Profile(excesses, probability, Math.Exp(left)) >= Profile(excesses, probability, Math.Exp(right))
                ? (low, right)
                : (left, high);
        }

        double quantile = Math.Exp((low + high) / 2);
        return (Profile(excesses, probability, quantile), quantile);
    }

    // The best likelihood of all tails with that quantile.
    private static double Profile(ReadOnlySpan<double> excesses, double probability, double quantile)
    {
        double best = double.NegativeInfinity;
        for (double shape = LeastShape; shape <= MostShape; shape += ShapeStep)
        {
            best = Math.Max(best, LogLikelihood(excesses, quantile / Growth(probability, shape), shape));
        }

        return best;
    }

    private static double Growth(double probability, double shape) =>
        IsExponential(shape) ? -Math.Log(probability) : (Math.Pow(probability, -shape) - 1) / shape;

    // Accumulated steps do not meet 0 exactly, and the formula loses its digits there.
    private static bool IsExponential(double shape) => Math.Abs(shape) < 1e-6;

    private static double Mean(ReadOnlySpan<double> excesses)
    {
        double sum = 0;
        foreach (double excess in excesses)
        {
            sum += excess;
        }

        return sum / excesses.Length;
    }
}
