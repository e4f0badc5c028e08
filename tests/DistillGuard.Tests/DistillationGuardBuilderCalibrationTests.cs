// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Support;

namespace DistillGuard;

public sealed class DistillationGuardBuilderCalibrationTests
{
    [Test]
    public void Build_CalibrationOfItsSecret_IsUsed()
    {
        GuardCalibration calibration = Calibrations.Small();

        Assert.That(
            new DistillationGuardBuilder().UseSecret(Samples.Secret).UseCalibration(calibration).Build().Calibration,
            Is.SameAs(calibration));
    }

    [Test]
    public void Build_NoCalibration_HasNone() => Assert.That(new DistillationGuardBuilder().Build().Calibration, Is.Null);

    [Test]
    public void Build_CalibrationOfAnotherSecret_SaysSo() =>
        Assert.That(Problems(new DistillationGuardBuilder().UseSecret(new byte[16]), Calibrations.Small()), Is.EqualTo(new[]
        {
            "calibration small.json: it was made with another secret, so none of its pieces would be known; call UseSecret with that " +
                "secret, or calibrate again with this one.",
        }));

    [Test]
    public void Build_CalibrationWithoutSecret_AsksForIt() =>
        Assert.That(
            Problems(new DistillationGuardBuilder(), Calibrations.Small()),
            Has.One.Contains("no secret is set").And.One.Contains("UseSecret"));

    [Test]
    public void Build_CalibrationOfTextsCutInAnotherWay_AsksToCalibrateAgain()
    {
        string key = CalibrationKey.Of(Samples.Secret).Pieces;
        GuardCalibration older = Calibrations.Read(
            Calibrations.Text(Calibrations.Small()).Replace(key, new string('0', 32), StringComparison.Ordinal));

        Assert.That(
            Problems(new DistillationGuardBuilder().UseSecret(Samples.Secret), older),
            Has.One.Contains("calibration c.json").And.One.Contains("calibrate again with this version"));
    }

    [Test]
    public void Build_CalibrationAndOptionsWrong_ListsBoth() =>
        Assert.That(
            Problems(new DistillationGuardBuilder().Configure(options => options.MaxAccounts = 1), Calibrations.Small()),
            Has.Count.EqualTo(2));

    [Test]
    public void Build_CommonPiecesBesideACalibration_HoldsBoth()
    {
        var benign = new PieceTraffic();
        benign.SendTemplate(piece: 1, organizations: 6, "a");
        var other = new PieceTraffic();
        other.SendTemplate(piece: 2, organizations: 6, "a");

        var traffic = new PieceTraffic(PieceTraffic.Builder()
            .UseCalibration(benign.Recorder.ToCalibration("c"))
            .UseCommonPieces(other.Guard.SharedPieces())
            .Build());
        traffic.SendTemplate(piece: 1, organizations: 6, "a");
        traffic.SendTemplate(piece: 2, organizations: 6, "a");

        Assert.That(traffic.Guard.Groups, Is.Empty);
    }

    private static IReadOnlyList<string> Problems(DistillationGuardBuilder builder, GuardCalibration calibration) =>
        Assert.Throws<GuardConfigurationException>(() => builder.UseCalibration(calibration).Build())!.Problems;
}
