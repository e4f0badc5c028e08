// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>Turns tail probabilities into weights of evidence.</summary>
public static class Evidence
{
    private const double LargestUseful = 1 / Math.E;

    /// <summary>
    /// The most evidence, in natural log-odds, that a tail probability can carry against the hypothesis it was computed under:
    /// <c>-ln(-e p ln p)</c>, and 0 from p = 1/e on.
    /// </summary>
    /// <param name="tailProbability">A p-value in [0, 1]. Values below 1e-12 are treated as 1e-12; NaN weighs 0.</param>
    /// <remarks>
    /// Sellke, Bayarri and Berger, "Calibration of p values for testing precise null hypotheses", 2001: no alternative that makes
    /// small p-values likelier, however well chosen, gives a larger Bayes factor. p = 0.01 weighs 2.1, p = 0.001 weighs 4.0.
    /// </remarks>
    public static double FromTail(double tailProbability)
    {
        double p = Math.Max(tailProbability, 1e-12);
        return p < LargestUseful ? -Math.Log(-Math.E * p * Math.Log(p)) : 0;
    }
}
