// SPDX-License-Identifier: MIT

using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>What a calibration does to the guard that uses it.</summary>
public sealed class CalibratedGuardTests
{
    [Test]
    public void Build_CalibrationWithHighBenignScores_RaisesTheBar()
    {
        DistillationGuard guard = Build(Calibrations.With([11], accountDays: 20), 1e-3);

        Assert.That(guard.Bar, Is.EqualTo(MathF.BitIncrement(11)));
    }

    [Test]
    public void Build_MuchQuietTraffic_LowersTheBarByAFactorOfTen()
    {
        DistillationGuard guard = Build(Calibrations.With([], accountDays: 50_000), 1e-3);

        Assert.That(guard.Bar, Is.EqualTo(-Math.Log(1e-2)).Within(1e-5));
    }

    [Test]
    public void Build_BenignGroupsBelowTheAssumedBar_LeaveTheBarOfGroups()
    {
        DistillationGuard guard = Build(Calibrations.With([], accountDays: 20), 1e-3, new DistillationGuardBuilder().AddTemplateReuse());

        Assert.That(guard.GroupBar, Is.EqualTo(-Math.Log(0.01)).Within(1e-5), "4.25, the highest benign group, is below the assumed bar");
    }

    [Test]
    public void Build_BarOutOfReach_SaysSo() =>
        Assert.That(
            () => Build(Calibrations.With([70], accountDays: 20), 1e-3),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("small.json").And.Message.Contains("nobody could be accused"));

    [TestCase(0)]
    [TestCase(double.NaN)]
    [TestCase(-1)]
    public void Build_BudgetOutOfRange_IsAConfigurationError(double budget) =>
        Assert.That(
            () => Build(Calibrations.With([2], accountDays: 20), budget),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("PerAccountDay"));

    private static DistillationGuard Build(GuardCalibration calibration, double budget, DistillationGuardBuilder? builder = null) =>
        (builder ?? new DistillationGuardBuilder())
            .UseSecret(Samples.Secret)
            .UseCalibration(calibration)
            .Configure(options => options.Fusion.Budget = new FalseAlarmBudget(budget))
            .Build();
}
