// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Support;

namespace DistillGuard.Verdicts;

public sealed class VerdictTests
{
    [Test]
    public void Signals_BufferChangedAfterwards_StayAsTheyWere()
    {
        var buffer = default(SignalBuffer);
        buffer.Add(Samples.Signal(SignalFamily.Volume, 1));
        var verdict = new Verdict(in buffer, default, 9, default, 1, default);

        buffer.Add(Samples.Signal(SignalFamily.Content, 2));
        buffer.Truncate(0, 0);

        Assert.That((verdict.Signals.Length, verdict.Signals[0].Weight), Is.EqualTo((1, 1f)));
    }

    [Test]
    public void Verdict_Evaluated_CarriesWhatItWasMadeOf()
    {
        var buffer = default(SignalBuffer);
        var keys = new SubjectKeys { Account = new SubjectKey(1, 2) };

        var verdict = new Verdict(in buffer, new Fusion(10, SignalFamilies.Volume, 10, VerdictLevel.Elevated), 9, in keys, 5, default);

        Assert.That(
            (verdict.IsEvaluated, verdict.Score, verdict.Families, verdict.Level, verdict.Bar, verdict.Subjects, verdict.AccountExchanges),
            Is.EqualTo((true, 10f, SignalFamilies.Volume, VerdictLevel.Elevated, 9f, keys, 5L)));
    }

    [Test]
    public void Verdict_NotEvaluated_HasNoLevelAndNoSignals()
    {
        var verdict = new Verdict(NotEvaluatedReason.InvalidJson, 9, default, 0, default);

        Assert.That(
            (verdict.IsEvaluated, verdict.NotEvaluated, verdict.Level, verdict.Signals.Length),
            Is.EqualTo((false, NotEvaluatedReason.InvalidJson, VerdictLevel.None, 0)));
    }
}
