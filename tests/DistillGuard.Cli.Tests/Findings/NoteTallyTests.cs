// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Cli.Support;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

public sealed class NoteTallyTests
{
    private static readonly Signal Note = new(ScriptedDetector.Note, 0, 30, 25);

    [Test]
    public void Add_SameAccountAgain_CountsAndKeepsTheHighestMeasure()
    {
        var tally = new NoteTally();
        tally.Add("ada", in Note);
        tally.Add("ada", new Signal(ScriptedDetector.Note, 0, 40, 25));
        tally.Add("ada", in Note);

        PolicyNote row = tally.Rows().Single();

        Assert.That((row.Account, row.Exchanges, row.Strongest.Measure), Is.EqualTo(("ada", 3L, 40f)));
    }

    [Test]
    public void Rows_SeveralAccounts_StandByExchangesThenName()
    {
        var tally = new NoteTally();
        tally.Add("b", in Note);
        tally.Add("a", in Note);
        tally.Add("c", in Note);
        tally.Add("c", in Note);

        Assert.That(tally.Rows().Select(row => row.Account), Is.EqualTo(["c", "a", "b"]));
    }

    [Test]
    public void Add_MoreRowsThanRoom_CountsTheRestTogether()
    {
        var tally = new NoteTally();
        for (int i = 0; i < NoteTally.MaximumRows + 7; i++)
        {
            tally.Add(i.ToString(CultureInfo.InvariantCulture), in Note);
        }

        Assert.That((tally.Rows().Count, tally.NotListed), Is.EqualTo((NoteTally.MaximumRows, 7L)));
    }
}
