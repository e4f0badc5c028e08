// SPDX-License-Identifier: MIT

using System.Text;
using System.Xml.Linq;
using DistillGuard.Cli.Findings;
using DistillGuard.Pages;
using DistillGuard.Subjects;

namespace DistillGuard.Cli.Reports;

public sealed class ActivityPictureTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Bin = TimeSpan.FromSeconds(225);

    [Test]
    public void Write_NeighboursOfOneStep_AreOneMark()
    {
        var tally = new ActivityTally();
        Send(tally, 1, bin: 0, exchanges: 1);
        Send(tally, 1, bin: 1, exchanges: 2);
        Send(tally, 1, bin: 2, exchanges: 4);
        Send(tally, 1, bin: 4, exchanges: 3);
        Send(tally, 1, bin: 5, exchanges: 60);

        XElement[] marks = [.. XDocument.Parse(Draw(tally, 1)).Descendants("path")];

        Assert.That(
            marks.Select(mark => mark.Attribute("class")!.Value + " " + mark.Attribute("d")!.Value),
            Is.EqualTo(["a1 M0 2h1v16h-1z", "a2 M1 2h2v16h-2zM4 2h1v16h-1z", "a5 M5 2h1v16h-1z"]));
    }

    [Test]
    public void Write_FullestPictureThereIs_TakesAsMuchAsTheLimitsReckonWith()
    {
        var tally = new ActivityTally();
        for (int account = 0; account < ReportLimits.Rows; account++)
        {
            for (int bin = 0; bin < ActivityTally.MaximumBins; bin++)
            {
                Send(tally, account, bin, bin % 2 == 0 ? 1 : 2);
            }
        }

        Assert.That(Encoding.UTF8.GetByteCount(Draw(tally, ReportLimits.Rows)), Is.LessThan(200_000));
    }

    private static void Send(ActivityTally tally, int account, int bin, int exchanges)
    {
        for (int i = 0; i < exchanges; i++)
        {
            tally.Count(Key(account), Start + (bin * Bin));
        }
    }

    private static string Draw(ActivityTally tally, int accounts)
    {
        using var stream = new MemoryStream();
        using (var page = new HtmlPage(stream, "Picture"))
        {
            var lines = Enumerable.Range(accounts == 1 ? 1 : 0, accounts)
                .Select(account => new ActivityLine("a" + account, Key(account), Start))
                .ToList();
            new ActivityPicture(tally, new TimeAxis(tally.From, tally.To)).Write(page, "p", "Picture", lines, Start);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static SubjectKey Key(int number) => new((ulong)number + 1, 0);
}
