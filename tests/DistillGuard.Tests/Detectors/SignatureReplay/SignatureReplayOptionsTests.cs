// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.SignatureReplay;

public sealed class SignatureReplayOptionsTests
{
    [Test]
    public void Build_Defaults_AreValid() =>
        Assert.That(() => new DistillationGuardBuilder().AddSignatureReplay().Build(), Throws.Nothing);

    [Test]
    public void Build_OptionsOutOfRange_ListsAllProblems()
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder().AddSignatureReplay(options =>
        {
            options.Retention = TimeSpan.FromMinutes(59);
            options.MinimumReplays = 1;
            options.ConclusiveWeight = 31;
            options.UnconfirmedWeight = double.NaN;
        });

        IReadOnlyList<string> problems = Assert.Throws<GuardConfigurationException>(() => builder.Build()).Problems;

        Assert.That(problems, Is.EqualTo(new[]
        {
            "signature-replay: Retention is 00:59:00; it must be from 01:00:00 to 365.00:00:00.",
            "signature-replay: MinimumReplays is 1; it must be from 2 to 8.",
            "signature-replay: ConclusiveWeight is 31; it must be from 0 to 30.",
            "signature-replay: UnconfirmedWeight is NaN; it must be from 0 to 5.",
        }));
    }

    [Test]
    public void Build_ConclusiveWeighsLess_SaysBothValues()
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder()
            .AddSignatureReplay(options => options.ConclusiveWeight = 1);

        Assert.That(
            () => builder.Build(),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("ConclusiveWeight (1) must be at least UnconfirmedWeight (2)"));
    }

    [Test]
    public void AddSignatureReplay_Twice_RegistersOne() =>
        Assert.That(new DistillationGuardBuilder().AddSignatureReplay().AddSignatureReplay().Build().Detectors, Has.Count.EqualTo(1));

    [Test]
    public void MinimumReplays_Raised_AsksForMore()
    {
        var traffic = new Testing.Traffic(builder => builder.AddSignatureReplay(options => options.MinimumReplays = 8));
        var levels = new List<Verdicts.VerdictLevel>();
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, 8));
        traffic.Watch(verdict => levels.Add(verdict.Verdict.Level));

        traffic.Member("sender", "zeta").Carries(ReplayScripts.Blobs(0, 8));

        Assert.That(
            levels.Select(level => level != Verdicts.VerdictLevel.None),
            Is.EqualTo(new[] { false, false, false, false, false, false, false, true }));
    }
}
