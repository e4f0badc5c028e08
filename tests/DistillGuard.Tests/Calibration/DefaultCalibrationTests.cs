// SPDX-License-Identifier: MIT

using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>What holds where nobody has calibrated.</summary>
public sealed class DefaultCalibrationTests
{
    [TestCase(0.5)]
    [TestCase(1e-2)]
    [TestCase(1e-4)]
    [TestCase(1e-9)]
    public void AccountBar_AnyBudget_IsAssumedOnNothing(double budget) =>
        Assert.That(
            GuardCalibration.Default.AccountBar(budget),
            Is.EqualTo(new BarEstimate((float)-Math.Log(budget), BarBasis.Assumed, 0, 0, 1)));

    [Test]
    public void GroupBar_Budget_IsAssumedOnNothing() =>
        Assert.That(GuardCalibration.Default.GroupBar(0.01), Is.EqualTo(new BarEstimate((float)-Math.Log(0.01), BarBasis.Assumed, 0, 0, 1)));

    [Test]
    public void Default_Always_SaysThatNothingStandsBehindIt() =>
        Assert.That(
            (GuardCalibration.Default.Name, GuardCalibration.Default.MadeFrom.AccountDays, GuardCalibration.Default.CommonPieces.Count, GuardCalibration.Default.IsDefault),
            Is.EqualTo(("default", 0L, 0, true)));

    [Test]
    public void UseCalibration_Default_IsTheSameAsNone()
    {
        DistillationGuard guard = new DistillationGuardBuilder().UseCalibration(GuardCalibration.Default).AddTemplateReuse().Build();
        DistillationGuard plain = new DistillationGuardBuilder().AddTemplateReuse().Build();

        Assert.That((guard.Calibration, guard.Bar, guard.GroupBar), Is.EqualTo(((GuardCalibration?)null, plain.Bar, plain.GroupBar)));
    }

    [Test]
    public void Bar_GuardWithoutCalibration_IsThatOfTheDefault() =>
        Assert.That(
            new DistillationGuardBuilder().Build().Bar,
            Is.EqualTo(GuardCalibration.Default.AccountBar(FalseAlarmBudget.Default.PerAccountDay).Bar));

    [Test]
    public void WasMadeWith_AnySecret_IsTrue() => Assert.That(GuardCalibration.Default.WasMadeWith(Samples.Secret), Is.True);

    [Test]
    public void IsDefault_CalibrationOfTraffic_IsFalse() => Assert.That(Calibrations.Small().IsDefault, Is.False);

    [Test]
    public void Write_Default_Throws() =>
        Assert.That(() => GuardCalibration.Default.Write(Stream.Null), Throws.InvalidOperationException);

    [Test]
    public void Judge_WatchOverTheDefault_IsNeverOutgrown()
    {
        var watch = new CalibrationWatch(GuardCalibration.Default);
        var traffic = new PieceTraffic();
        for (int i = 0; i < 50; i++)
        {
            watch.Note(Samples.Start, traffic.Send($"a{i}", null, "Hello."));
        }

        Assert.That(watch.Judge().IsOutgrown, Is.False);
    }
}
