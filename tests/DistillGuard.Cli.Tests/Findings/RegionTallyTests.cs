// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Cli.Support;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

public sealed class RegionTallyTests
{
    private static readonly Signal Cuba = new(ScriptedDetector.Region, 0, 1, 0, SignalTag.From(CountryCode.Parse("CU")));

    [Test]
    public void Add_MoreRowsThanRoom_CountsTheRestTogether()
    {
        var tally = new RegionTally();
        for (int i = 0; i < RegionTally.MaximumRows + 7; i++)
        {
            tally.Add(i.ToString(CultureInfo.InvariantCulture), in Cuba);
        }

        Assert.That((tally.Rows().Count, tally.NotListed), Is.EqualTo((RegionTally.MaximumRows, 7L)));
    }

    [Test]
    public void Add_KnownRowWhenFull_IsStillCounted()
    {
        var tally = new RegionTally();
        for (int i = 0; i < RegionTally.MaximumRows; i++)
        {
            tally.Add(i.ToString(CultureInfo.InvariantCulture), in Cuba);
        }

        tally.Add("5", in Cuba);

        Assert.That((tally.Rows()[0].Account, tally.Rows()[0].Exchanges, tally.NotListed), Is.EqualTo(("5", 2L, 0L)));
    }
}
