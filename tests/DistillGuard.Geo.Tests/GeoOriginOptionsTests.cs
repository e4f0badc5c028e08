// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

public sealed class GeoOriginOptionsTests
{
    [Test]
    public void Weights_ByDefault_AreAllZero()
    {
        var options = new GeoOriginOptions();

        Assert.That(
            new[]
            {
                options.DeclaredMismatchWeight, options.SeveralCountriesWeight,
                options.HostingWeight, options.RelayWeight, options.TorWeight,
            },
            Is.All.Zero);
    }

    [Test]
    public void Validate_Defaults_FindsNothing() => Assert.That(Problems(_ => { }), Is.Empty);

    [Test]
    public void Validate_EverythingOutOfRange_ReportsAll() =>
        Assert.That(
            Problems(options =>
            {
                options.Window = TimeSpan.Zero;
                options.CountriesAtOnce = 1;
                options.DeclaredHalfLife = TimeSpan.Zero;
                options.DeclaredMinimumRequests = double.NaN;
                options.DeclaredMismatchShare = 1.5;
                options.DeclaredMismatchWeight = -1;
                options.SeveralCountriesWeight = 3;
                options.HostingWeight = double.NaN;
                options.RelayWeight = double.PositiveInfinity;
                options.TorWeight = 2.1;
                options.MaxDataAge = TimeSpan.Zero;
                options.MinimumConfidence = OriginConfidence.None;
                options.MinimumRegionConfidence = (OriginConfidence)9;
            }),
            Has.Count.EqualTo(13));

    [Test]
    public void Validate_NoSourceAtAll_SaysWhatToAdd() =>
        Assert.That(
            Problems(options => options.UseEmbeddedTable = false), Has.One.Contains("add a source"));

    [Test]
    public void Validate_NullPolicy_SaysWhatToGive() =>
        Assert.That(Problems(options => options.Regions = null!), Has.One.Contains("RegionPolicy.None"));

    [Test]
    public void Build_WeightOutOfRange_Throws() =>
        Assert.That(
            () => new DistillationGuardBuilder().AddGeoOrigin(options => options.TorWeight = 5).Build(),
            Throws.InstanceOf<GuardConfigurationException>().With.Message.Contains("TorWeight is 5; it must be from 0 to 2"));

    [Test]
    public void AddGeoOrigin_Twice_ChangesTheSameOptions() =>
        Assert.That(
            () => new DistillationGuardBuilder()
                .AddGeoOrigin(options => options.TorWeight = 5)
                .AddGeoOrigin(options => options.TorWeight = 1)
                .Build(),
            Throws.Nothing);

    private static IReadOnlyList<string> Problems(Action<GeoOriginOptions> change)
    {
        var options = new GeoOriginOptions();
        change(options);
        var problems = new OptionsProblems();
        options.Validate(problems);
        return problems.Problems;
    }
}
