// SPDX-License-Identifier: MIT

using System.Text;
using System.Xml.Linq;
using DistillGuard.Cli.Evaluating;

namespace DistillGuard.Cli.Reports.Quality;

public sealed class QualityPageTests
{
    private const int MostBytes = 5_000_000;
    private const string Hostile = "</title><script>alert('1')</script>\"onload=]]>&\0\u202eevil";

    [Test]
    public void Write_HostileCampaignAndSegmentNames_AreText()
    {
        string html = Write(Sample(rows: 1, Hostile));

        Assert.That(XDocument.Parse(html).Descendants("bdi").Select(cell => cell.Value), Has.Exactly(2).StartsWith("</title><script>alert('1')"));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("\0").And.Not.Contain("\u202e"));
    }

    [Test]
    public void Write_AnyResult_RefersToNothingOutside() =>
        Assert.That(Write(Sample(rows: 3, "x")), Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url(").And.Not.Contain(" src="));

    [Test]
    public void Write_ManyCampaignsAndKinds_StaysSmallAndSaysWhatItLeavesOut()
    {
        string html = Write(Sample(rows: 40_000, new string('"', 100)));

        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(MostBytes));
        Assert.That(html, Does.Contain("and 39,500 more"));
    }

    [Test]
    public void Write_BothKindsOfAccounts_DrawsBothCurves() =>
        Assert.That(XDocument.Parse(Write(Sample(rows: 1, "x"))).Descendants("path").Count(path => (string?)path.Attribute("class") == "curve"), Is.EqualTo(2));

    [Test]
    public void Write_NoCampaign_DrawsNone()
    {
        string html = Write(Sample(rows: 1, "x") with { Recall = Rate.Of(0, 0), CampaignRecall = Rate.Of(0, 0), Campaigns = [] });

        Assert.That(XDocument.Parse(html).Descendants("path"), Is.Empty);
        Assert.That(html, Does.Contain("1 of 9 benign accounts accused"));
    }

    [Test]
    public void Write_SameResult_SameBytes()
    {
        string first = Write(Sample(rows: 2, "x"));
        string second = Write(Sample(rows: 2, "x"));

        Assert.That(second, Is.EqualTo(first));
    }

    private static string Write(EvalResult result)
    {
        using var stream = new MemoryStream();
        QualityPage.Write(stream, result);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static EvalResult Sample(int rows, string name) => new()
    {
        Budget = 1e-3,
        Calibration = "cal.json",
        AccountBar = 4.6,
        GroupBar = 4.6,
        Exchanges = 100,
        LabelsWithoutTraffic = 0,
        AccountsWithoutLabel = 0,
        BenignAccounts = 9,
        FalseAlarms = Rate.Of(1, 20),
        BenignGroups = 0,
        Recall = Rate.Of(2, 3),
        CampaignRecall = Rate.Of(1, 2),
        Campaigns = [.. Enumerable.Repeat(new CampaignResult(name, Rate.Of(2, 3), 30, 4, 1.5, 0.25, DateTimeOffset.UnixEpoch), rows)],
        Segments = [.. Enumerable.Repeat(new SegmentResult(name, 9, Rate.Of(1, 20), 1, false), rows)],
        Reliability = [new ReliabilityResult(1e-3, 4.6, Rate.Of(1, 20), Rate.Of(2, 3))],
        Baselines = [new BaselineResult("DistillGuard at its own bar", Rate.Of(1, 20), Rate.Of(2, 3), Rate.Of(1, 2), 0.9, 0.8)],
        Ablation = [new AblationResult("content", Rate.Of(1, 3), Rate.Of(1, 2), Rate.Of(0, 20))],
        Curve = new Ranking([(3, true), (2, true), (1, false), (0, true), (-1, false)]).Curve(),
    };
}
