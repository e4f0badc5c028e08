// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>A calibration is replaced whole while the guard works, or not at all.</summary>
public sealed class LiveCalibrationTests
{
    private const double Budget = 1e-3;

    [Test]
    public void UseCalibration_HigherScores_RaisesTheBarOfTheNextRequest()
    {
        DistillationGuard guard = Build();
        float before = guard.Inspect(Samples.Request("a")).Bar;

        guard.UseCalibration(Calibrations.With([11], accountDays: 20));

        Assert.That(guard.Bar, Is.EqualTo(MathF.BitIncrement(11)).And.GreaterThan(before));
        Assert.That(guard.Inspect(Samples.Request("a")).Bar, Is.EqualTo(guard.Bar));
        Assert.That(guard.Calibration?.Name, Is.EqualTo("small.json"));
    }

    [Test]
    public void UseCalibration_Default_GoesBackToTheAssumedBar()
    {
        DistillationGuard guard = Build();
        float assumed = guard.Bar;
        guard.UseCalibration(Calibrations.With([11], accountDays: 20));

        guard.UseCalibration(GuardCalibration.Default);

        Assert.That((guard.Bar, guard.Calibration), Is.EqualTo((assumed, (GuardCalibration?)null)));
    }

    [Test]
    public void UseCalibration_OtherSecret_KeepsTheOldOne()
    {
        DistillationGuard guard = new DistillationGuardBuilder().UseSecret(new byte[16]).Build();
        float before = guard.Bar;

        Assert.That(
            () => guard.UseCalibration(Calibrations.Small()),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("another secret"));
        Assert.That((guard.Bar, guard.Calibration), Is.EqualTo((before, (GuardCalibration?)null)));
    }

    [Test]
    public void UseCalibration_BarOutOfReach_KeepsTheOldOne()
    {
        DistillationGuard guard = Build();
        guard.UseCalibration(Calibrations.With([11], accountDays: 20));

        Assert.That(
            () => guard.UseCalibration(Calibrations.With([70], accountDays: 20)),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("nobody could be accused"));
        Assert.That(guard.Bar, Is.EqualTo(MathF.BitIncrement(11)));
    }

    [Test]
    public void UseCalibration_HigherBarDuringTheDay_HoldsForAccountsThatMetASegmentsBar()
    {
        CalibrationSegment segment = Calibrations.Segment(SegmentDimensions.Kind, 0, 500, [.. Enumerable.Repeat(8f, 60)]);
        DistillationGuard guard = Build();
        guard.UseCalibration(Calibrations.With([], accountDays: 20, segment));
        guard.Inspect(Samples.Request("a"));

        guard.UseCalibration(Calibrations.With([14], accountDays: 20, segment));

        Assert.That(guard.Inspect(Samples.Request("a")).Bar, Is.EqualTo(guard.Bar));
    }

    [Test]
    public void UseCalibration_HighGroups_RaisesTheBarOfGroups()
    {
        DistillationGuard guard = new DistillationGuardBuilder().UseSecret(Samples.Secret).AddTemplateReuse().Build();
        float before = guard.GroupBar;
        GuardCalibration small = Calibrations.Small();

        guard.UseCalibration(new GuardCalibration(small.Key)
        {
            Name = "high groups",
            MadeFrom = small.MadeFrom,
            Rules = small.Rules,
            CommonFrom = 2,
            CommonPieces = small.CommonPieces,
            AccountMaxima = small.AccountMaxima,
            GroupMaxima = [9, 8],
            UsualScores = small.UsualScores,
        });

        Assert.That(guard.GroupBar, Is.GreaterThan(before));
    }

    [Test]
    public void Common_SetAfterAPieceLinked_LinksNobodyAnyMore()
    {
        var options = new GroupOptions();
        var memory = new GroupMemory(options, CommonPieces.None);
        memory.Share(0, "piece");
        foreach (string account in new[] { "a", "b", "c" })
        {
            memory.Vary(account, account, 1, "piece");
        }

        var formation = new GroupFormation(memory, options);
        Assert.That(formation.Form(Samples.Start.UtcTicks), Has.Count.EqualTo(1), "or nothing is tested");

        memory.Common = new CommonPieces([GroupTraffic.Key("piece")]);

        Assert.That(formation.Form(Samples.Start.UtcTicks), Is.Empty);
    }

    [Test]
    [CancelAfter(30_000)]
    public void UseCalibration_RequestsMeanwhile_MeetOneOrTheOther(CancellationToken stop)
    {
        DistillationGuard guard = Build();
        GuardCalibration[] both = [Calibrations.With([11], accountDays: 20), GuardCalibration.Default];
        float[] bars = [MathF.BitIncrement(11), guard.Bar];
        Task swaps = Task.Run(() => Enumerable.Range(0, 2_000).ToList().ForEach(i => guard.UseCalibration(both[i % 2])), stop);
        var met = new HashSet<float>();

        while (!swaps.IsCompleted)
        {
            met.Add(guard.Inspect(Samples.Request("a")).Bar);
        }

        Assert.That(met, Is.SubsetOf(bars));
        Assert.That(swaps.IsCompletedSuccessfully, Is.True);
    }

    private static DistillationGuard Build() => new DistillationGuardBuilder()
        .UseSecret(Samples.Secret)
        .Configure(options => options.Fusion.Budget = new FalseAlarmBudget(Budget))
        .Build();
}
