// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>Tells when traffic has grown out of a calibration. Not thread-safe.</summary>
/// <remarks>
/// The account is the unit, with the highest score of the first day it is seen, so that busy accounts count once. Accounts that are accused are left
/// out: a campaign is no reason to raise a bar. Memory: about 50 bytes an account, of 100,000 at most.
/// </remarks>
/// <example>
/// <code>
/// var watch = new CalibrationWatch(calibration);
/// // for every request:
/// watch.Note(request.Time, in verdict);
/// // now and then:
/// if (watch.Judge().IsOutgrown) { /* calibrate again */ }
/// </code>
/// </example>
public sealed class CalibrationWatch
{
    private const int MostAccounts = 100_000;

    private readonly UsualScores _usual;
    private readonly FirstDays _accounts = new(MostAccounts);

    /// <summary>Makes a watch over a calibration.</summary>
    public CalibrationWatch(GuardCalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        _usual = calibration.UsualScores;
    }

    /// <summary>Takes note of what the guard says of a request.</summary>
    /// <param name="time">The request's time.</param>
    /// <param name="verdict">The verdict; one that was not evaluated tells nothing.</param>
    public void Note(DateTimeOffset time, in Verdict verdict)
    {
        if (!verdict.IsEvaluated)
        {
            return;
        }

        if (verdict.Level >= VerdictLevel.Elevated)
        {
            _accounts.Leave(verdict.Subjects.Account);
            return;
        }

        _accounts.Note(verdict.Subjects.Account, time.UtcTicks / TimeSpan.TicksPerDay, verdict.Score);
    }

    /// <summary>Compares what was noted with the calibration.</summary>
    public CalibrationFit Judge()
    {
        int above = _accounts.Scores.Count(score => score > _usual.Level);
        return new CalibrationFit(
            _accounts.Accounts,
            above,
            _usual.Accounts == 0 ? 0 : (double)_usual.Above / _usual.Accounts,
            HypergeometricTail.AtLeast(above, _accounts.Accounts, above + _usual.Above, _accounts.Accounts + _usual.Accounts));
    }
}
