// SPDX-License-Identifier: MIT

using System.Text;
using System.Xml.Linq;
using DistillGuard.Cli.Evaluating;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Reports.Quality;

public sealed class QualityPageTests
{
    private const int MostBytes = 5_000_000;
    private const string Hostile = "</title><script>alert('1')</script>\"onload=]]>&\0\u202eevil";

    [Test]
    public void Write_HostileCampaignAndSegmentNames_AreText()
    {
        string html = Write(EvalSample.Of(rows: 1, Hostile));

        Assert.That(XDocument.Parse(html).Descendants("bdi").Select(cell => cell.Value), Has.Exactly(2).StartsWith("</title><script>alert('1')"));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("\0").And.Not.Contain("\u202e"));
    }

    [Test]
    public void Write_AnyResult_RefersToNothingOutside() =>
        Assert.That(Write(EvalSample.Of(rows: 3, "x")), Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url(").And.Not.Contain(" src="));

    [Test]
    public void Write_ManyCampaignsAndKinds_StaysSmallAndSaysWhatItLeavesOut()
    {
        string html = Write(EvalSample.Of(rows: 40_000, new string('"', 100)));

        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(MostBytes));
        Assert.That(html, Does.Contain("and 39,500 more"));
    }

    [Test]
    public void Write_EveryLimitReachedAtOnce_StaysBelowFiveMegabytesAndIsWellFormedAndEscaped()
    {
        string html = Write(EvalSample.Crowded());

        XDocument document = XDocument.Parse(html);
        Assert.That(Encoding.UTF8.GetByteCount(html), Is.InRange(MostBytes / 10, MostBytes), "as full as it gets");
        Assert.That(document.Descendants().Select(element => element.Name.LocalName), Has.None.EqualTo("script").And.None.EqualTo("img"));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("\0").And.Not.Contain("\u202e").And.Not.Contain("\u2066"));
        Assert.That(document.Descendants("bdi").Select(name => name.Value.Length), Is.All.LessThan(200));
        Assert.That(
            document.Descendants("tbody").Select(body => body.Elements("tr").Count()),
            Has.Exactly(2).EqualTo(500), "campaigns and kinds of customer, each as long as it may be");
    }

    [Test]
    public void Write_ManyThresholds_DrawsNoMoreThanCanBeSeen()
    {
        string html = Write(EvalSample.Crowded());

        Assert.That(
            XDocument.Parse(html).Descendants("path").Where(path => (string?)path.Attribute("class") == "curve").Select(path => path.Attribute("d")!.Value.Count(c => c is 'M' or 'L')),
            Has.Exactly(2).InRange(500, 4_004));
    }

    [Test]
    public void Write_BothKindsOfAccounts_DrawsBothCurves() =>
        Assert.That(XDocument.Parse(Write(EvalSample.Of(rows: 1, "x"))).Descendants("path").Count(path => (string?)path.Attribute("class") == "curve"), Is.EqualTo(2));

    [Test]
    public void Write_NoCampaign_DrawsNone()
    {
        string html = Write(EvalSample.Of(rows: 1, "x") with { Recall = Rate.Of(0, 0), CampaignRecall = Rate.Of(0, 0), Campaigns = [] });

        Assert.That(XDocument.Parse(html).Descendants("path"), Is.Empty);
        Assert.That(html, Does.Contain("1 of 9 benign accounts accused"));
    }

    [Test]
    public void Write_SameResult_SameBytes()
    {
        string first = Write(EvalSample.Of(rows: 2, "x"));
        string second = Write(EvalSample.Of(rows: 2, "x"));

        Assert.That(second, Is.EqualTo(first));
    }

    private static string Write(EvalResult result)
    {
        using var stream = new MemoryStream();
        QualityPage.Write(stream, result);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
