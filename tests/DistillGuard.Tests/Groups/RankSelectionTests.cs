// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Groups;

public sealed class RankSelectionTests
{
    [Test]
    public void Picks_AnyRanks_AreTheFirstOfTheSorted() =>
        Gen.Select(Gen.OneOf(Gen.ULong, Gen.ULong[0, 3], Gen.ULong[0, 300_000]).Array[0, 100], Gen.Int[-1, 110]).Sample(
            (ranks, lowest) =>
            {
                RankSelection selection = Of(ranks);
                selection.Select(lowest);

                int[] picked = [.. Enumerable.Range(0, ranks.Length).Where(selection.Picks)];
                int[] expected = [.. Enumerable.Range(0, ranks.Length).OrderBy(i => ranks[i]).ThenBy(i => i).Take(Math.Max(0, lowest)).Order()];
                return picked.SequenceEqual(expected);
            },
            iter: 500);

    [Test]
    public void Zeros_SomeOfManyBegunBefore_CountsOnlyThisTime()
    {
        RankSelection selection = Of([0, 0, 0, 0]);
        selection.Begin(3);
        selection[0] = 5;
        selection[1] = 0;
        selection[2] = ulong.MaxValue;

        Assert.That(selection.Zeros(), Is.EqualTo(1));
    }

    private static RankSelection Of(ulong[] ranks)
    {
        var selection = new RankSelection(Math.Max(1, ranks.Length));
        selection.Begin(ranks.Length);
        for (int i = 0; i < ranks.Length; i++)
        {
            selection[i] = ranks[i];
        }

        return selection;
    }
}
