// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Support;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Reports;

public sealed class ScanPageTests
{
    private const int MostBytes = 5_000_000;
    private const string Hostile = "</title><script>alert('1')</script>\"onload=]]>&\0\u202eevil";

    [Test]
    public void Write_HostileNamesInAGroup_AreTextEverywhere()
    {
        string html = Scan(Campaign(InJson(Hostile)));

        XDocument document = XDocument.Parse(html);
        Assert.That(document.Descendants("article"), Is.Not.Empty, "nobody is accused: this would prove nothing");
        Assert.That(document.Descendants("bdi").Select(name => name.Value), Has.Some.StartsWith("</title><script>alert('1')"));
        Assert.That(document.Descendants("script"), Is.Empty);
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("\0").And.Not.Contain("\u202e"));
    }

    [Test]
    public void Write_HostileNameOfAnAccountInNoGroup_IsText()
    {
        string html = Scan(ReplayLog.Text.Replace("\"sender\"", $"\"{InJson(Hostile)}\"", StringComparison.Ordinal));

        Assert.That(XDocument.Parse(html).Descendants("h3").Select(name => name.Value.Trim()), Has.Some.StartsWith("</title><script>"));
        Assert.That(html, Does.Not.Contain("<script"));
    }

    [Test]
    public void Write_HostileNamesBelowTheBarAndInPolicies_AreText()
    {
        var scan = new ScriptedScan();
        scan.Send(Hostile, "content=6 region=CU note=30");

        string html = Write(scan.Collector);

        Assert.That(
            XDocument.Parse(html).Descendants("th").Where(cell => cell.Value.StartsWith("</title><script>", StringComparison.Ordinal)),
            Has.Exactly(3).Items);
        Assert.That(html, Does.Not.Contain("<script"));
    }

    [Test]
    public void Write_AnyReport_RefersToNothingOutside()
    {
        string html = Scan(Campaign("writer"));

        Assert.That(
            html,
            Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url(").And.Not.Contain("@import").And.Not.Contain(" src="));
        Assert.That(
            XDocument.Parse(html).Descendants().Attributes("href").Select(link => link.Value), Is.All.StartsWith("#"));
    }

    [Test]
    public void Write_AnyReport_LinksLeadSomewhereAndIdsAreUnique()
    {
        XDocument document = XDocument.Parse(Scan(Campaign("writer")));
        string[] ids = [.. document.Descendants().Attributes("id").Select(id => id.Value)];

        Assert.That(ids, Is.Unique);
        Assert.That(document.Descendants().Attributes("href").Select(link => link.Value[1..]), Is.SubsetOf(ids));
        Assert.That(
            document.Descendants().Attributes("aria-labelledby").SelectMany(names => names.Value.Split(' ')), Is.SubsetOf(ids));
    }

    [Test]
    public void Write_AccusedGroup_DrawsEveryAccountAndItsScores()
    {
        XDocument document = XDocument.Parse(Scan(Campaign("writer")));

        XElement picture = document.Descendants("svg").First(svg => svg.Attribute("id") is null && svg.Elements("desc").Any());
        Assert.That(picture.Descendants("g").Select(row => row.Element("title")!.Value), Has.Exactly(6).Items.And.All.EndsWith(": 8 exchanges"));
        Assert.That(picture.Descendants("line").Count(line => line.Attribute("class")!.Value == "alert"), Is.EqualTo(1));
        Assert.That(document.Descendants("path").Where(path => path.Attribute("class")!.Value == "curve"), Is.Not.Empty);
    }

    [Test]
    public void Write_SameLog_GivesTheSameBytes()
    {
        string log = Campaign("writer");

        string first = Scan(log);

        Assert.That(Scan(log), Is.EqualTo(first));
    }

    [Test]
    public void Write_NothingFound_SaysSo()
    {
        XDocument document = XDocument.Parse(Scan(TinyLog.Whole));

        Assert.That(document.Descendants("p").First().Value, Is.EqualTo("Nobody is accused at this budget"));
    }

    [Test]
    public void Write_EmptyLog_IsAPage() => Assert.That(() => XDocument.Parse(Scan(string.Empty)), Throws.Nothing);

    [Test]
    public void Write_ThousandsOfAccountsWithNamesThatGrowWhenEscaped_StaysSmallAndCountsTheRest()
    {
        var scan = new ScriptedScan();
        for (int i = 0; i < 4000; i++)
        {
            scan.Send($"{i}{new string('"', 200)}", i % 2 == 0 ? "content=6 volume=4 region=CU note=30" : "content=5");
        }

        string html = Write(scan.Collector);

        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(MostBytes / 5));
        Assert.That(html, Does.Contain("1,960 more stand in the findings file only").And.Contain("1,960 more accounts are not drawn"));
        Assert.That(html, Does.Contain("1,900 more stand in the findings file only"));
    }

    [Test]
    public void Write_MoreLargeGroupsThanAreShown_StaysSmallAndCountsTheRest()
    {
        const int Groups = ReportLimits.Groups + 2;
        var log = new StringBuilder();
        for (int i = 0; i < Groups; i++)
        {
            string word = new((char)('a' + i), 7);
            log.Append(SeveralAnswers(TemplateLog.Day(
                i,
                ReportLimits.Rows + 5,
                $"Every {word} must be sorted by {word} colour and {word} weight before the {word} train leaves for {word} town.",
                $"{i}{InJson(new string('"', 200))}")));
        }

        string html = Scan(log.ToString());

        XDocument document = XDocument.Parse(html);
        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(MostBytes / 2));
        Assert.That(document.Descendants("figcaption").Select(caption => caption.Value), Has.Some.EqualTo("5 more accounts are not drawn."));
        Assert.That(
            document.Descendants("caption").Select(caption => caption.Value),
            Has.Some.EqualTo("2 further accused groups, without pictures"));
    }

    [Test]
    public void Write_EveryLimitReachedAtOnce_StaysBelowFiveMegabytesAndIsWellFormedAndEscaped()
    {
        string html = Write(CrowdedScan.Result());

        XDocument document = XDocument.Parse(html);
        Assert.That(Encoding.UTF8.GetByteCount(html), Is.InRange(MostBytes / 3, MostBytes), "as full as it gets");
        Assert.That(document.Descendants().Select(element => element.Name.LocalName), Has.None.EqualTo("script").And.None.EqualTo("img"));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("\0").And.Not.Contain("\u202e").And.Not.Contain("\u2066").And.Not.Contain("\u200b"));
        Assert.That(document.Descendants().Attributes("id").Select(id => id.Value), Is.Unique);
        Assert.That(document.Descendants("bdi").Select(name => name.Value.Length), Is.All.LessThan(200));
    }

    [Test]
    public void Write_EveryLimitReachedAtOnce_ShowsAsMuchAsTheLimitsAllow()
    {
        XDocument document = XDocument.Parse(Write(CrowdedScan.Result()));
        int Rows(string caption) => document.Descendants("table").Single(table => table.Element("caption")!.Value.StartsWith(caption, StringComparison.Ordinal)).Element("tbody")!.Elements("tr").Count();

        Assert.That(document.Descendants("section").Single(section => (string?)section.Attribute("id") == "campaigns").Elements("article"), Has.Exactly(ReportLimits.Groups).Items);
        Assert.That(document.Descendants("section").Single(section => (string?)section.Attribute("id") == "alone").Elements("article"), Has.Exactly(ReportLimits.Alone).Items);
        Assert.That(document.Descendants("g"), Has.Exactly((ReportLimits.Groups + 1) * ReportLimits.Rows).Items);
        Assert.That(document.Descendants("ul").Where(list => (string?)list.Attribute("class") == "evidence").Select(list => list.Elements("li").Count()), Is.All.EqualTo(SignalBuffer.Capacity));
        Assert.That(Rows(FormattableString.Invariant($"{ReportLimits.FurtherGroups + CrowdedScan.Beyond} further accused groups")), Is.EqualTo(ReportLimits.FurtherGroups));
        Assert.That(Rows("Regions"), Is.EqualTo(ReportLimits.PolicyRows));
        Assert.That(Rows("Notes"), Is.EqualTo(ReportLimits.PolicyRows));
        Assert.That(Rows("Groups, highest"), Is.EqualTo(GroupTally.Shown));
        Assert.That(Rows("Accounts, highest"), Is.EqualTo(WatchList.Shown));
        Assert.That(
            document.Descendants("caption").Select(caption => caption.Value),
            Has.Exactly(ReportLimits.Groups).EqualTo($"In the order in which they were named; {CrowdedScan.Beyond} more are not listed"));
    }

    private static string Campaign(string prefix) => SeveralAnswers(TemplateLog.Day(0, 6, TemplateLog.Letters, prefix));

    // A template alone accuses nobody: here is a second kind of evidence.
    private static string SeveralAnswers(string log) => log.Replace("\"model\":\"m\",", "\"model\":\"m\",\"n\":4,", StringComparison.Ordinal);

    private static string InJson(string text) => JsonEncodedText.Encode(text).ToString();

    private static string Scan(string log)
    {
        using var folder = new TemporaryFolder();
        using var console = new TestConsole();
        int code = console.Run("scan", folder.Write("log.jsonl", log), "--report", folder.At("r.html"));
        Assert.That(code, Is.Zero, console.Error);
        return File.ReadAllText(folder.At("r.html"));
    }

    private static string Write(FindingsCollector collector) => Write(CrowdedScan.Result(collector));

    private static string Write(ScanResult result)
    {
        using var stream = new MemoryStream();
        ScanPage.Write(stream, result);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
