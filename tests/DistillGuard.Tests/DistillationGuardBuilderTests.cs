// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Detectors.RateAnomaly;
using DistillGuard.Subjects;
using DistillGuard.Support;

namespace DistillGuard;

public sealed class DistillationGuardBuilderTests
{
    [Test]
    public void Build_NothingAdded_EvaluatesAllTheSame() =>
        Assert.That(new DistillationGuardBuilder().Build().Inspect(Samples.Request("a")).IsEvaluated, Is.True);

    [Test]
    public void AddRateAnomaly_Twice_RegistersOne() =>
        Assert.That(new DistillationGuardBuilder().AddRateAnomaly().AddRateAnomaly().Build().Faults, Has.Count.EqualTo(1));

    [Test]
    public void AddRateAnomaly_TwiceWithOptions_MergesThemInOrder()
    {
        string seen = string.Empty;

        new DistillationGuardBuilder()
            .AddRateAnomaly(rate => rate.MinimumCohort = 50)
            .AddRateAnomaly(rate => rate.UsualShare = 0.05)
            .AddRateAnomaly(rate => rate.MinimumCohort = 60)
            .AddRateAnomaly(rate => seen = rate.MinimumCohort + " " + rate.UsualShare)
            .Build();

        Assert.That(seen, Is.EqualTo("60 0.05"));
    }

    [Test]
    public void Add_SamePlainDetectorTwice_RegistersOne()
    {
        var builder = new DistillationGuardBuilder();

        Assert.That(builder.Add("plain", CreatePlain).Add("plain", CreatePlain).Build().Faults, Has.Count.EqualTo(1));
    }

    [Test]
    public void Build_EverythingWrong_ListsAllProblemsAtOnce()
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder()
            .Configure(options => options.MaxAccounts = 1)
            .Configure(options => options.MaxSignatures = 63)
            .Configure(options => options.Fusion.VolumeCap = 99)
            .Add("twin", _ => new DelegateDetector("twin"))
            .Add("twin", _ => new DelegateDetector("twin"))
            .AddRateAnomaly(rate => rate.PastHalfLife = TimeSpan.FromHours(2))
            .AddRateAnomaly(rate => rate.UsualShare = double.NaN);

        IReadOnlyList<string> problems = Assert.Throws<GuardConfigurationException>(() => builder.Build()).Problems;

        string[] parts =
        [
            "engine: MaxAccounts is 1; it must be from 64 to 50000000.",
            "engine: MaxSignatures is 63; it must be from 64 to 50000000.",
            "engine: VolumeCap is 99; it must be from 0 to 20.",
            "2 different detectors are named 'twin'",
            "rate-anomaly: UsualShare is NaN; it must be from 0.0001 to 0.1.",
            "rate-anomaly: PastHalfLife (02:00:00) must be at least four times RecentHalfLife (01:00:00)",
        ];
        Assert.That(problems, Has.Count.EqualTo(parts.Length));
        Assert.That(parts.Where(part => !problems.Any(problem => problem.StartsWith(part, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Build_OneNameWithTwoKindsOfOptions_IsAProblem()
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder()
            .AddRateAnomaly()
            .Add("rate-anomaly", CreatePlain);

        Assert.That(() => builder.Build(), Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("named 'rate-anomaly'"));
    }

    [Test]
    public void Build_FactoryMakesNothing_IsAProblem() =>
        Assert.That(
            () => new DistillationGuardBuilder().Add("nothing", _ => null!).Build(),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("nothing: its factory made no detector"));

    [Test]
    public void Build_MoreStateThanTheMachineHas_SaysWhatToLower()
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder()
            .Configure(options => options.MaxAccounts = 50_000_000)
            .Add("huge", layout =>
            {
                layout.Reserve<HugeState>(SubjectKind.Account);
                return new DelegateDetector("huge");
            });

        Assert.That(() => builder.Build(), Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("lower MaxAccounts"));
    }

    [Test]
    public void Build_LayoutKeptByADetector_IsClosed()
    {
        SubjectLayout? kept = null;
        new DistillationGuardBuilder()
            .Add("keeping", layout =>
            {
                kept = layout;
                return new DelegateDetector("keeping");
            })
            .Build();

        Assert.That(() => kept!.Reserve<long>(SubjectKind.Account), Throws.InvalidOperationException);
    }

    [Test]
    public void Build_Twice_GivesTwoGuardsThatShareNothing()
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder().UseSecret(Samples.Secret).AddRateAnomaly();
        DistillationGuard first = builder.Build();
        DistillationGuard second = builder.Build();

        first.Inspect(Samples.Request("a"));

        Assert.That(second.Inspect(Samples.Request("a")).AccountExchanges, Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(15)]
    [TestCase(17)]
    public void UseSecret_WrongLength_SaysBothLengths(int length) =>
        Assert.That(
            () => new DistillationGuardBuilder().UseSecret(new byte[length]),
            Throws.ArgumentException.With.Message.Contains($"has {length} bytes; it must have 16"));

    [Test]
    public void UseSecret_ArrayChangedAfterwards_KeepsTheSecretGiven()
    {
        byte[] secret = [.. Samples.Secret];
        DistillationGuardBuilder builder = new DistillationGuardBuilder().UseSecret(secret);
        secret[0] ^= 0xFF;

        Assert.That(
            builder.Build().Inspect(Samples.Request("a")).Subjects,
            Is.EqualTo(new DistillationGuardBuilder().UseSecret(Samples.Secret).Build().Inspect(Samples.Request("a")).Subjects));
    }

    [Test]
    public void Add_WithoutName_Throws() =>
        Assert.That(() => new DistillationGuardBuilder().Add(string.Empty, CreatePlain), Throws.ArgumentException);

    [Test]
    public void Add_WithoutFactory_Throws() =>
        Assert.That(() => new DistillationGuardBuilder().Add<RateAnomalyOptions>("x", null, null!), Throws.ArgumentNullException);

    private static DelegateDetector CreatePlain(SubjectLayout layout) => new("plain");

    [InlineArray(65_536)]
    private struct HugeState
    {
        private long _first;
    }
}
