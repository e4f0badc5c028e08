// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>Whether traffic still looks like what a calibration was made from.</summary>
/// <param name="Accounts">Accounts looked at, those that are accused left out.</param>
/// <param name="Above">How many of them rose above <see cref="UsualScores.Level"/> on their first day.</param>
/// <param name="Expected">Share of the calibration's accounts that did; 0 to 1.</param>
/// <param name="Probability">Probability of so many or more if nothing had changed (Fisher's exact test, one-sided).</param>
public readonly record struct CalibrationFit(int Accounts, int Above, double Expected, double Probability)
{
    /// <summary>So small that a look every day of a century would not meet it by chance.</summary>
    private const double Improbable = 1e-6;

    /// <summary>By how much more accounts must stand out before anybody needs to act: with many accounts every trifle is improbable.</summary>
    private const double Notable = 1.5;

    /// <summary>Share of the accounts that rose above the level; 0 to 1.</summary>
    public double Share => Accounts == 0 ? 0 : (double)Above / Accounts;

    /// <summary>
    /// Whether the calibration no longer fits: half as many accounts again stand out, and chance does not explain it. Its bar is then that of
    /// other traffic; calibrate again.
    /// </summary>
    public bool IsOutgrown => Probability < Improbable && Share > Notable * Expected;
}
