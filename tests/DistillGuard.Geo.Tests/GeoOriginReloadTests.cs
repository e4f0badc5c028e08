// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Regions;

namespace DistillGuard.Geo;

/// <summary>The region policy is replaced whole while the guard works.</summary>
public sealed class GeoOriginReloadTests
{
    [Test]
    public void UseRegions_OtherPolicy_HoldsFromTheNextRequestOn()
    {
        var traffic = new GeoTraffic();
        traffic.Send(GeoTraffic.China, TimeSpan.FromMinutes(1));
        Assert.That(traffic.Signals, Is.Empty, "or nothing is tested");

        traffic.Guard.UseRegions(RegionPolicy.Of("mine", "CN"));
        traffic.Send(GeoTraffic.China, TimeSpan.FromMinutes(1));

        Assert.That(traffic.Signals.Single().Info.Id, Is.EqualTo("region.unsupported"));
        Assert.That(traffic.Guard.RegionsInUse()?.Name, Is.EqualTo("mine"));
    }

    [Test]
    public void UseRegions_None_TakesThePolicyBack()
    {
        var traffic = new GeoTraffic(options => options.Regions = RegionPolicy.Of("mine", "CN"));

        traffic.Guard.UseRegions(RegionPolicy.None);
        traffic.Send(GeoTraffic.China, TimeSpan.FromMinutes(1));

        Assert.That(traffic.Signals, Is.Empty);
    }

    [Test]
    public void UseRegions_GuardWithoutGeoOrigin_SaysWhatToDo()
    {
        DistillationGuard guard = new DistillationGuardBuilder().Build();

        Assert.That(guard.RegionsInUse(), Is.Null);
        Assert.That(
            () => guard.UseRegions(RegionPolicy.Of("mine", "CN")),
            Throws.InvalidOperationException.With.Message.Contains("AddGeoOrigin"));
    }
}
