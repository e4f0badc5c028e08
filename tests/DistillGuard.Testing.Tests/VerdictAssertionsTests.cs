// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Testing.BadDetectors;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

public sealed class VerdictAssertionsTests
{
    private static readonly SignalInfo Volume = new()
    {
        Id = "volume.test",
        Title = "Sends much",
        Family = SignalFamily.Volume,
        Reason = "{0} of {1}",
        Innocent = "a busy shop.",
    };

    [Test]
    public void ShouldAccuse_TwoFamiliesAboveBar_Passes()
    {
        Verdict verdict = Accusing();

        verdict.ShouldAccuse();
    }

    [Test]
    public void ShouldAccuse_NothingFound_PrintsExplanation()
    {
        Verdict verdict = Quiet();

        Assert.That(
            () => verdict.ShouldAccuse(),
            Throws.TypeOf<VerdictAssertionException>().With.Message.Contains("Nothing found"));
    }

    [Test]
    public void ShouldNotAccuse_NothingFound_Passes()
    {
        Verdict verdict = Quiet();

        verdict.ShouldNotAccuse();
    }

    [Test]
    public void ShouldNotAccuse_Accused_PrintsExplanation()
    {
        Verdict verdict = Accusing();

        Assert.That(
            () => verdict.ShouldNotAccuse(),
            Throws.TypeOf<VerdictAssertionException>().With.Message.Contains("Innocent if: a busy shop."));
    }

    [Test]
    public void ShouldNotAccuse_NotEvaluated_Fails()
    {
        Verdict verdict = NotEvaluated();

        Assert.That(
            () => verdict.ShouldNotAccuse(),
            Throws.TypeOf<VerdictAssertionException>().With.Message.Contains("not even evaluated"));
    }

    [Test]
    public void ShouldHaveSignal_Present_ReturnsIt()
    {
        Verdict verdict = Accusing();

        Assert.That(verdict.ShouldHaveSignal("volume.test").Weight, Is.EqualTo(20));
    }

    [Test]
    public void ShouldHaveSignal_Absent_NamesIt()
    {
        Verdict verdict = Quiet();

        Assert.That(
            () => verdict.ShouldHaveSignal("volume.test"),
            Throws.TypeOf<VerdictAssertionException>().With.Message.Contains("Expected the signal 'volume.test'"));
    }

    [Test]
    public void ShouldNotHaveSignal_Absent_Passes()
    {
        Verdict verdict = Accusing();

        verdict.ShouldNotHaveSignal("volume.other");
    }

    [Test]
    public void ShouldNotHaveSignal_Present_SaysWhatItWeighs()
    {
        Verdict verdict = Accusing();

        Assert.That(
            () => verdict.ShouldNotHaveSignal("volume.test"),
            Throws.TypeOf<VerdictAssertionException>().With.Message.Contains("weighs 20.00"));
    }

    [Test]
    public void ShouldNotHaveSignal_NotEvaluated_Fails()
    {
        Verdict verdict = NotEvaluated();

        Assert.That(() => verdict.ShouldNotHaveSignal("volume.test"), Throws.TypeOf<VerdictAssertionException>());
    }

    [Test]
    public void ShouldCountFamilies_Same_Passes()
    {
        Verdict verdict = Accusing();

        verdict.ShouldCountFamilies(SignalFamilies.Volume | SignalFamilies.Content);
    }

    [Test]
    public void ShouldCountFamilies_Other_NamesBoth()
    {
        Verdict verdict = Accusing();

        Assert.That(
            () => verdict.ShouldCountFamilies(SignalFamilies.Volume),
            Throws.TypeOf<VerdictAssertionException>().With.Message.Contains("Volume to count, but it is Volume, Content"));
    }

    private static Verdict Accusing() => new Traffic(static builder => builder
        .Configure(options => options.Fusion.VolumeCap = 20)
        .Add("first", static _ => new SayingDetector(Volume, 20))
        .Add("second", static _ => new SayingDetector(Sayings.Complete, 5))).Send(1).Last;

    private static Verdict Quiet() =>
        new Traffic(static builder => builder.Add("deaf", static _ => new NamedDetector("deaf"))).Send(1).Last;

    private static Verdict NotEvaluated() =>
        new Traffic(static builder => builder.Add("deaf", static _ => new NamedDetector("deaf")))
            .From(string.Empty).Send(1).Last;
}
