// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Output;

public sealed class ProgressLineTests
{
    [Test]
    public void Show_NoTerminal_WritesNothing() => Assert.That(Shown(isTerminal: false, total: 100), Is.Empty);

    [Test]
    public void Show_Terminal_DrawsTheShareRead() => Assert.That(Shown(isTerminal: true, total: 100), Does.Contain("25").And.Contain("[==="));

    [Test]
    public void Show_TotalUnknown_CountsOnly() => Assert.That(Shown(isTerminal: true, total: null), Does.Contain("1,000 exchanges").And.Not.Contain("[="));

    [Test]
    public void Show_TooSoon_WritesNothing()
    {
        using var console = new TestConsole { IsTerminal = true };

        new ProgressLine(console.Open()).Show(25, 100, 1000);

        Assert.That(console.Error, Is.Empty);
    }

    [Test]
    public void Clear_AfterShow_ErasesTheLine()
    {
        var time = new StoppedTime();
        using var console = new TestConsole { IsTerminal = true, Time = time };
        var line = new ProgressLine(console.Open());
        time.Advance(TimeSpan.FromSeconds(1));
        line.Show(25, 100, 1000);

        line.Clear();

        Assert.That(console.Error, Does.EndWith("\e[2K"));
    }

    private static string Shown(bool isTerminal, long? total)
    {
        var time = new StoppedTime();
        using var console = new TestConsole { IsTerminal = isTerminal, Time = time };
        var line = new ProgressLine(console.Open());
        time.Advance(TimeSpan.FromSeconds(1));
        line.Show(25, total, 1000);
        return console.Error;
    }
}
