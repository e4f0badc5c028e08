// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Groups;

public sealed class DisjointSetsTests
{
    private const int Items = 30;

    [Test]
    public void Find_AnyUnions_IsTheSmallestThatCanBeReached() =>
        Gen.Select(Gen.Int[0, Items - 1], Gen.Int[0, Items - 1]).Array[0, 40].Sample(
            unions =>
            {
                var sets = new DisjointSets(Items);
                foreach ((int left, int right) in unions)
                {
                    sets.Unite(left, right);
                }

                return Enumerable.Range(0, Items).All(item => sets.Find(item) == SmallestReachable(item, unions));
            },
            iter: 5_000);

    [Test]
    public void Find_LongChainOfUnions_EndsAtItsFirst()
    {
        var sets = new DisjointSets(1_000_000);
        for (int i = 999_999; i > 0; i--)
        {
            sets.Unite(i, i - 1);
        }

        Assert.That(sets.Find(999_999), Is.Zero);
    }

    private static int SmallestReachable(int item, (int Left, int Right)[] unions)
    {
        var reached = new SortedSet<int> { item };
        int before;
        do
        {
            before = reached.Count;
            foreach ((int left, int right) in unions)
            {
                if (reached.Contains(left) || reached.Contains(right))
                {
                    reached.Add(left);
                    reached.Add(right);
                }
            }
        }
        while (reached.Count > before);

        return reached.Min;
    }
}
