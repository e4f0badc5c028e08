// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

public sealed class FindingsCollectorTests
{
    [Test]
    public void Add_BarReachedOnTwoFamilies_AccusesTheAccount()
    {
        var scan = new ScriptedScan();

        scan.Send("eve", "content=6 volume=3.5");

        Assert.That(scan.Collector.Accused().Single().Account, Is.EqualTo("eve"));
    }

    [Test]
    public void Add_BarReachedAgainHigher_KeepsTheFirstAlertAndItsCount()
    {
        var scan = new ScriptedScan();
        scan.Send("eve", string.Empty);
        scan.Send("eve", "content=6 volume=3.5");
        scan.Send("eve", "content=6 volume=4");

        AccountRecord eve = scan.Collector.Accused().Single();

        Assert.That(
            (eve.FirstAlert, eve.ExchangesBeforeAlert, eve.Highest.Score),
            Is.EqualTo((ScriptedScan.Start.AddMinutes(1), 2L, 10f)));
    }

    [Test]
    public void Add_ScoreFallsAfterwards_KeepsTheHighest()
    {
        var scan = new ScriptedScan();
        scan.Send("eve", "content=6 volume=4");
        scan.Send("eve", "content=6 volume=3.5");
        scan.Send("eve", string.Empty);

        Assert.That(scan.Collector.Accused().Single().Highest.Score, Is.EqualTo(10f));
    }

    [Test]
    public void Add_TenthOfTheBudgetNotReached_IsElevatedOnly()
    {
        var scan = new ScriptedScan();

        scan.Send("eve", "content=6 volume=4");

        Assert.That(scan.Collector.Accused().Single().Highest.Level, Is.EqualTo(VerdictLevel.Elevated));
    }

    [Test]
    public void Add_OneFamilyOnly_GoesToTheWatchListAndAccusesNobody()
    {
        var scan = new ScriptedScan();

        scan.Send("eve", "content=6");

        Assert.That((scan.Collector.Accused().Count, scan.Collector.Watched().Single().Account), Is.EqualTo((0, "eve")));
    }

    [Test]
    public void Add_AccusedAfterWatch_LeavesTheWatchList()
    {
        var scan = new ScriptedScan();
        scan.Send("eve", "content=6");
        scan.Send("eve", "content=6 volume=4");
        scan.Send("eve", "content=5");

        Assert.That(scan.Collector.Watched(), Is.Empty);
    }

    [Test]
    public void Add_NothingFound_WatchesNobody()
    {
        var scan = new ScriptedScan();

        scan.Send("ada", string.Empty);

        Assert.That(scan.Collector.Watched(), Is.Empty);
    }

    [Test]
    public void Add_PolicyOutcome_CountsTheRegionAndAccusesNobody()
    {
        var scan = new ScriptedScan();
        scan.Send("ada", "region=CU");
        scan.Send("ada", "region=CU");
        scan.Send("ada", "region=KP");

        Assert.That(
            scan.Collector.Regions.Rows().Select(row => $"{row.Account} {row.Country} {row.Exchanges} {row.Info.Id}"),
            Is.EqualTo(["ada CU 2 region.unsupported", "ada KP 1 region.unsupported"]));
    }

    [Test]
    public void Add_PolicyOutcomeThatIsNoRegion_IsANoteAndAccusesNobody()
    {
        var scan = new ScriptedScan();

        scan.Send("relay", "note=30");

        Assert.That(
            (scan.Collector.Regions.Rows().Count, scan.Collector.Notes.Rows().Single().Account, scan.Collector.Accused().Count),
            Is.EqualTo((0, "relay", 0)));
    }

    [Test]
    public void Add_PolicyOutcome_IsNoReason()
    {
        var scan = new ScriptedScan();

        scan.Send("eve", "region=CU note=30 content=6 volume=4");

        Assert.That(
            Reasons.ByWeight(scan.Collector.Accused().Single().Highest.Signals).Select(signal => signal.Info.Id),
            Is.EqualTo(["test.content", "test.volume"]));
    }

    [Test]
    public void ByWeight_SignalThatWeighsNothing_IsNoReason()
    {
        Signal[] signals = [new(ScriptedDetector.Content, 0, 1, 1), new(ScriptedDetector.Volume, -1, 1, 1)];

        Assert.That(Reasons.ByWeight(signals).Single().Info.Id, Is.EqualTo("test.volume"));
    }

    [Test]
    public void Accused_EqualScores_OrdersByFirstAlertThenName()
    {
        var scan = new ScriptedScan();
        scan.Send("b", "content=6 volume=4");
        scan.Send("a", "content=6 volume=4");
        scan.Send("c", "content=7 volume=4 content=1");

        Assert.That(scan.Collector.Accused().Select(record => record.Account), Is.EqualTo(["b", "a", "c"]));
    }

    [Test]
    public void Count_TimesOutOfOrder_SpansTheEarliestAndLatest()
    {
        var collector = new FindingsCollector();
        collector.Count(ScriptedScan.Start);
        collector.Count(ScriptedScan.Start.AddDays(-1));
        collector.Count(ScriptedScan.Start.AddHours(-1));

        Assert.That((collector.From, collector.To), Is.EqualTo((ScriptedScan.Start.AddDays(-1), ScriptedScan.Start)));
    }
}
