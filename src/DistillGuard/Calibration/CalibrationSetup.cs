// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Groups;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>Checks that a calibration fits a guard, and chooses the bars that it has at the operator's budget. Immutable; safe on any thread.</summary>
internal sealed class CalibrationSetup
{
    private readonly bool _hasSecret;
    private readonly FusionOptions _fusion;
    private readonly CommonPieces _common;

    /// <summary>Makes a setup.</summary>
    /// <param name="key">Tells the guard's secret.</param>
    /// <param name="hasSecret">Whether the operator set it.</param>
    /// <param name="fusion">How signals are weighed; copied.</param>
    /// <param name="common">Pieces that link nobody whatever the calibration.</param>
    public CalibrationSetup(CalibrationKey key, bool hasSecret, FusionOptions fusion, CommonPieces common)
    {
        Key = key;
        _hasSecret = hasSecret;
        _fusion = fusion.Copy();
        _common = common;
    }

    public CalibrationKey Key { get; }

    // A calibration of another secret would be met by nothing, and every common piece would link accounts as if it were rare.
    public void CheckKey(GuardCalibration? calibration, OptionsProblems problems)
    {
        if (calibration is null || calibration.Key == Key)
        {
            return;
        }

        problems.Add($"calibration {calibration.Name}: " + (!_hasSecret
            ? $"no secret is set, so the guard would hash with a random one and know none of its pieces; call {nameof(DistillationGuardBuilder.UseSecret)} with the secret it was made with."
            : calibration.Key.Secret != Key.Secret
            ? $"it was made with another secret, so none of its pieces would be known; call {nameof(DistillationGuardBuilder.UseSecret)} with that secret, or calibrate again with this one."
            : "it was made by a version of DistillGuard that cuts texts into other pieces; calibrate again with this version."));
    }

    /// <summary>Chooses the bars; reports those that nobody could ever reach.</summary>
    /// <param name="calibration">The calibration; <see langword="null"/> for none.</param>
    /// <param name="problems">Where problems go.</param>
    public CalibrationUse Prepare(GuardCalibration? calibration, OptionsProblems problems)
    {
        double budget = _fusion.Budget.PerAccountDay;
        AccountBars elevated = (calibration ?? GuardCalibration.Default).AccountBars(budget);
        AccountBars high = (calibration ?? GuardCalibration.Default).AccountBars(budget / 10);
        if (calibration is not null)
        {
            CheckReach(calibration, elevated, problems);
        }

        return new CalibrationUse
        {
            Calibration = calibration,
            Accounts = new FusionPolicy(_fusion, new BarPair(elevated.Pooled.Bar, high.Pooled.Bar)),
            Segments = SegmentBars.Of(elevated, high),
            Groups = new GroupPolicy(_fusion, GroupBars(calibration)),
            Common = (calibration?.CommonPieces ?? CommonPieces.None).With(_common),
        };
    }

    private BarPair GroupBars(GuardCalibration? calibration)
    {
        double budget = _fusion.Budget.GroupsPerDay;
        return calibration is null
            ? BarPair.Assumed(budget)
            : new BarPair(calibration.GroupBar(budget).Bar, calibration.GroupBar(budget / 10).Bar);
    }

    // A bar out of reach looks like peace, if only to the customers of one segment.
    private void CheckReach(GuardCalibration calibration, AccountBars bars, OptionsProblems problems)
    {
        double reach = _fusion.Reach;
        double budget = _fusion.Budget.PerAccountDay;
        if (reach < bars.Pooled.Bar)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"calibration {calibration.Name}: at a budget of {budget} per account-day its traffic puts the bar at {bars.Pooled.Bar:F1}, and all caps together reach {reach:F1}, so nobody could be accused; calibrate on more traffic, leave out who is under suspicion, or raise the budget."));
            return;
        }

        foreach (SegmentBar own in bars.Own.Where(own => reach < own.Bar))
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"calibration {calibration.Name}: at a budget of {budget} per account-day its traffic puts the bar of the segment {SegmentDimensionNames.ToName(own.Segment.Dimension)} {own.Segment.Value} at {own.Bar:F1}, and all caps together reach {reach:F1}, so none of its accounts could be accused; leave out who is under suspicion, raise the budget, or calibrate without segments of this dimension."));
        }
    }
}
