// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.RateAnomaly;

public sealed class RateAnomalyOptionsTests
{
    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce()
    {
        string[] problems = Problems(options =>
        {
            options.RecentHalfLife = TimeSpan.Zero;
            options.PastHalfLife = TimeSpan.FromDays(91);
            options.CohortHalfLife = TimeSpan.FromMinutes(59);
            options.Rest = TimeSpan.FromHours(13);
            options.MinimumCohort = 19;
            options.UsualShare = 0.2;
        });

        Assert.That(problems, Has.Length.EqualTo(6));
        Assert.That(problems, Has.All.StartsWith("rate-anomaly: "));
        string[] names = ["RecentHalfLife", "PastHalfLife", "CohortHalfLife", "Rest", "MinimumCohort", "UsualShare"];
        foreach (string name in names)
        {
            Assert.That(problems, Has.Exactly(1).StartsWith($"rate-anomaly: {name} is "));
        }
    }

    [Test]
    public void Build_PastShorterThanFourTimesRecent_NamesBothValues()
    {
        string[] problems = Problems(options =>
        {
            options.RecentHalfLife = TimeSpan.FromHours(1);
            options.PastHalfLife = TimeSpan.FromHours(3);
        });

        Assert.That(problems, Is.EqualTo(new[]
        {
            "rate-anomaly: PastHalfLife (03:00:00) must be at least four times RecentHalfLife (01:00:00), or the " +
            "past is the present and no ramp shows.",
        }));
    }

    [Test]
    public void Build_PastFourTimesRecent_IsAccepted() => Assert.That(
        () => Build(options => options.PastHalfLife = TimeSpan.FromHours(4)),
        Throws.Nothing);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Build_NumberThatIsNone_IsRefused(double value)
    {
        string[] problems = Problems(options =>
        {
            options.MinimumCohort = value;
            options.UsualShare = value;
        });

        Assert.That(problems, Has.Length.EqualTo(2));
    }

    [Test]
    public void Build_AddedTwice_ChangesTheSameOptions()
    {
        DistillationGuard guard = new DistillationGuardBuilder()
            .AddRateAnomaly(options => options.MinimumCohort = 500)
            .AddRateAnomaly(options => options.UsualShare = 0.05)
            .Build();

        Assert.That(guard.Detectors, Has.Count.EqualTo(1));
    }

    private static string[] Problems(Action<RateAnomalyOptions> change) =>
        [.. Assert.Throws<GuardConfigurationException>(() => Build(change))!.Problems];

    private static DistillationGuard Build(Action<RateAnomalyOptions> change) =>
        new DistillationGuardBuilder().AddRateAnomaly(change).Build();
}
