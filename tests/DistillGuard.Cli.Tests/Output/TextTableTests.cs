// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Output;

public sealed class TextTableTests
{
    [Test]
    public void WriteTo_NoTerminal_KeepsEveryCellOnItsLine()
    {
        using var console = new TestConsole();
        string wide = string.Join(' ', Enumerable.Repeat("word", 100));

        var table = new TextTable("first", ">number");
        table.Add(wide, "7");
        table.WriteTo(console.Open());

        Assert.That(console.Output, Does.Contain(wide));
    }

    [Test]
    public void WriteTo_NoTerminal_WritesAsciiWithoutCommands()
    {
        using var console = new TestConsole();

        var table = new TextTable("first");
        table.Add("cell");
        table.WriteTo(console.Open());

        Assert.That(console.Output, Does.Not.Match("[^ -~\n]"));
    }

    [Test]
    public void Add_TextThatLooksLikeMarkup_IsShownAsItIs()
    {
        using var console = new TestConsole();

        var table = new TextTable("[first]");
        table.Add("[red]cell[/]");
        table.WriteTo(console.Open());

        Assert.That(console.Output, Does.Contain("[red]cell[/]").And.Contain("[first]"));
    }
}
