// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Findings;

public sealed class WatchListTests
{
    private const int Accounts = 3000;
    private const int Requests = 10_000;

    [Test]
    public void Highest_MoreAccountsThanRoom_EqualsSortingThemAll([Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        var scan = new ScriptedScan();
        var highest = new Dictionary<string, float>(StringComparer.Ordinal);
        for (int i = 0; i < Requests; i++)
        {
            string account = string.Create(CultureInfo.InvariantCulture, $"a{random.Next(Accounts)}");
            float score = random.Next(1, 600) / 100f;
            highest[account] = Math.Max(score, highest.GetValueOrDefault(account));
            scan.Send(account, string.Create(CultureInfo.InvariantCulture, $"content={score}"));
        }

        IEnumerable<string> expected = highest
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(20).Select(pair => pair.Key);
        Assert.That(scan.Collector.Watched().Select(record => record.Account), Is.EqualTo(expected));
    }

    [Test]
    public void Highest_ManyAccusedLater_FillsUpWithTheNext()
    {
        var scan = new ScriptedScan();
        for (int i = 0; i < 100; i++)
        {
            scan.Send(string.Create(CultureInfo.InvariantCulture, $"a{i:D3}"), string.Create(CultureInfo.InvariantCulture, $"content={5 - (i / 100f)}"));
        }

        for (int i = 0; i < 50; i++)
        {
            scan.Send(string.Create(CultureInfo.InvariantCulture, $"a{i:D3}"), "content=6 volume=4");
        }

        Assert.That(
            scan.Collector.Watched().Select(record => record.Account),
            Is.EqualTo(Enumerable.Range(50, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i:D3}"))));
    }
}
