// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.UpstreamRefusal;

public sealed class UpstreamRefusalOptionsTests
{
    [Test]
    public void Build_Defaults_AreValid() =>
        Assert.That(() => new DistillationGuardBuilder().AddUpstreamRefusal().Build(), Throws.Nothing);

    [Test]
    public void Build_OptionsOutOfRange_ListsAllProblems()
    {
        IReadOnlyList<string> problems = Problems(options =>
        {
            options.Categories.Clear();
            options.HalfLife = TimeSpan.FromMinutes(59);
            options.CohortHalfLife = TimeSpan.FromDays(366);
            options.MinimumCohort = 19;
            options.UsualShare = 0.2;
            options.ConfirmedAfter = 1;
            options.FullShare = double.NaN;
            options.Weight = 2.1;
            options.DeclaredWeight = -1;
        });

        Assert.That(problems, Is.EqualTo(new[]
        {
            "upstream-refusal: HalfLife is 00:59:00; it must be from 01:00:00 to 90.00:00:00.",
            "upstream-refusal: CohortHalfLife is 366.00:00:00; it must be from 01:00:00 to 365.00:00:00.",
            "upstream-refusal: MinimumCohort is 19; it must be from 20 to 1000000.",
            "upstream-refusal: UsualShare is 0.2; it must be from 0.0001 to 0.1.",
            "upstream-refusal: ConfirmedAfter is 1; it must be from 2 to 1000.",
            "upstream-refusal: FullShare is NaN; it must be from 0.001 to 1.",
            "upstream-refusal: Weight is 2.1; it must be from 0 to 2.",
            "upstream-refusal: DeclaredWeight is -1; it must be from 0 to 2.",
            "upstream-refusal: Categories.Count is 0; it must be from 1 to 16.",
        }));
    }

    [Test]
    public void Build_DeclaredWeighsMore_SaysBothValues() =>
        Assert.That(
            Problems(options => options.Weight = 0.2),
            Has.One.Contains("DeclaredWeight (0.5) must not be above Weight (0.2)"));

    [TestCase("")]
    [TestCase("réfus")]
    [TestCase(null)]
    public void Build_CategoryThatIsNone_SaysItsPlace(string? category) =>
        Assert.That(
            Problems(options => options.Categories.Add(category!)),
            Is.EqualTo(new[] { $"upstream-refusal: Categories[1] is '{category}'; give the provider's word, 1 to 64 ASCII characters." }));

    [Test]
    public void AddUpstreamRefusal_Twice_RegistersOne() =>
        Assert.That(new DistillationGuardBuilder().AddUpstreamRefusal().AddUpstreamRefusal().Build().Detectors, Has.Count.EqualTo(1));

    private static IReadOnlyList<string> Problems(Action<UpstreamRefusalOptions> change)
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder().AddUpstreamRefusal(change);
        return Assert.Throws<GuardConfigurationException>(() => builder.Build()).Problems;
    }
}
