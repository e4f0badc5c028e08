// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Statistics;
using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

public sealed class CalibrationWatchTests
{
    private static readonly SignalInfo Info = Samples.Info(SignalFamily.Content);

    [Test]
    public void Judge_TrafficLikeTheCalibrations_Fits()
    {
        GuardCalibration calibration = Calibrate(accounts: 1_000, oneIn: 12);

        CalibrationFit fit = Watch(calibration, accounts: 700, oneIn: 12);

        Assert.That((fit.Accounts, fit.Above, fit.IsOutgrown), Is.EqualTo((700, 59, false)));
    }

    [Test]
    public void Judge_ThreeTimesAsManyStandOut_IsOutgrown()
    {
        GuardCalibration calibration = Calibrate(accounts: 1_000, oneIn: 12);

        Assert.That(Watch(calibration, accounts: 700, oneIn: 4).IsOutgrown, Is.True);
    }

    [Test]
    public void Judge_FewAccounts_SaysNothing()
    {
        GuardCalibration calibration = Calibrate(accounts: 1_000, oneIn: 12);

        Assert.That(Watch(calibration, accounts: 8, oneIn: 2).IsOutgrown, Is.False);
    }

    [Test]
    public void Judge_OneBusyAccount_CountsOnce()
    {
        GuardCalibration calibration = Calibrate(accounts: 100, oneIn: 12);
        var watch = new CalibrationWatch(calibration);
        DistillationGuard guard = Guard();
        for (int i = 0; i < 500; i++)
        {
            Send(guard, "busy", "high", (time, verdict) => watch.Note(time, in verdict), Samples.Start.AddHours(i));
        }

        Assert.That((watch.Judge().Accounts, watch.Judge().Above), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Judge_NothingNoted_IsNoEvidence()
    {
        CalibrationFit fit = new CalibrationWatch(Calibrations.Small()).Judge();

        Assert.That((fit.Accounts, fit.Share, fit.Probability, fit.IsOutgrown), Is.EqualTo((0, 0.0, 1.0, false)));
    }

    [Test]
    public void Judge_Probability_IsFishers()
    {
        GuardCalibration calibration = Calibrate(accounts: 1_000, oneIn: 12);
        CalibrationFit fit = Watch(calibration, accounts: 700, oneIn: 9);
        UsualScores usual = calibration.UsualScores;

        Assert.That(fit.Probability, Is.EqualTo(HypergeometricTail.AtLeast(fit.Above, 700, fit.Above + usual.Above, 1_700)));
    }

    private static GuardCalibration Calibrate(int accounts, int oneIn)
    {
        DistillationGuard guard = Guard();
        var recorder = new CalibrationRecorder(guard);
        for (int i = 0; i < accounts; i++)
        {
            Send(guard, $"a{i}", i % oneIn == 0 ? "high" : "low", (time, verdict) => recorder.Note(time, in verdict));
        }

        return recorder.ToCalibration("c");
    }

    private static CalibrationFit Watch(GuardCalibration calibration, int accounts, int oneIn)
    {
        DistillationGuard guard = Guard();
        var watch = new CalibrationWatch(calibration);
        for (int i = 0; i < accounts; i++)
        {
            Send(guard, $"b{i}", i % oneIn == 0 ? "high" : "low", (time, verdict) => watch.Note(time, in verdict));
        }

        return watch.Judge();
    }

    private static DistillationGuard Guard() => new DistillationGuardBuilder()
        .Add("length", _ => new DelegateDetector("length", (in context, ref signals) =>
            signals.Add(new Signal(Info, context.Request.Content.Text.Length == 4 ? 2 : 0.5f, 0, 0))))
        .Build();

    private static void Send(DistillationGuard guard, string account, string text, Action<DateTimeOffset, Verdict> note, DateTimeOffset? time = null)
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, text);
        DateTimeOffset at = time ?? Samples.Start;
        note(at, guard.Inspect(new InferenceRequest
        {
            Time = at,
            Caller = new Caller { Account = account },
            Api = ApiKind.OpenAIChatCompletions,
            Content = buffer.Content,
        }));
    }
}
