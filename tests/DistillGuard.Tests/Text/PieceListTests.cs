// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Text;

public sealed class PieceListTests
{
    private static readonly Gen<(ulong Piece, bool IsCertain)[]> Additions =
        Gen.Select(Gen.ULong[0, 60], Gen.Int[0, 3], (piece, kind) => (piece, kind == 0)).Array[0, 120];

    [Test]
    public void Add_RandomPieces_EqualsSortingThem() => Additions.Sample(
        additions =>
        {
            var list = default(PieceList);
            List<ulong> certain = [];
            foreach ((ulong piece, bool isCertain) in additions)
            {
                if (!isCertain)
                {
                    list.Add(piece);
                    continue;
                }

                list.AddCertain(piece);
                if (piece != 0 && !certain.Contains(piece) && certain.Count < PieceList.MostCertain)
                {
                    certain.Add(piece);
                }
            }

            IEnumerable<ulong> others = additions.Select(addition => addition.Piece).Where(piece => piece != 0).Except(certain).Order();
            return list.Hashes64.ToArray().Order().SequenceEqual(certain.Concat(others.Take(PieceList.Capacity - certain.Count)).Order());
        },
        iter: 20_000);

    [Test]
    public void Add_MoreThanFit_KeepsTheSmallest()
    {
        var list = default(PieceList);
        for (ulong piece = 100; piece > 0; piece--)
        {
            list.Add(piece);
        }

        Assert.That(list.Hashes64.ToArray(), Is.EquivalentTo(Enumerable.Range(1, PieceList.Capacity)));
    }

    [Test]
    public void Add_TheSamePieceTwice_KeepsOne()
    {
        var list = default(PieceList);

        list.Add(5);
        list.Add(5);

        Assert.That(list.Count, Is.EqualTo(1));
    }

    [Test]
    public void Add_Zero_KeepsNothing()
    {
        var list = default(PieceList);

        list.Add(0);

        Assert.That(list.Count, Is.Zero);
    }

    [Test]
    public void AddCertain_LargestOfAll_IsNotDisplaced()
    {
        var list = default(PieceList);
        list.AddCertain(ulong.MaxValue);
        for (ulong piece = 1; piece <= 100; piece++)
        {
            list.Add(piece);
        }

        Assert.That(list.Hashes64.ToArray(), Does.Contain(ulong.MaxValue));
    }

    [Test]
    public void AddCertain_MoreThanAllowed_LeavesHalfOfTheListToTheSmallest()
    {
        var list = default(PieceList);
        for (ulong piece = 1; piece <= 100; piece++)
        {
            list.AddCertain(1_000 - piece);
        }

        for (ulong piece = 1; piece <= 100; piece++)
        {
            list.Add(piece);
        }

        Assert.That(list.Hashes64.ToArray().Count(piece => piece <= 100), Is.EqualTo(PieceList.Capacity - PieceList.MostCertain));
    }

    [Test]
    public void Add_TwoRequestsOfOneTemplateWithMuchDifferentFilling_ShareMostOfTheTemplate()
    {
        ulong[] template = [.. Enumerable.Range(1, 20).Select(i => (ulong)i << 56)];
        var few = default(PieceList);
        var many = default(PieceList);
        Add(ref few, [.. template, .. Filling(1, 10)]);
        Add(ref many, [.. Filling(2, 40), .. template]);

        Assert.That(few.Hashes64.ToArray().Intersect(many.Hashes64.ToArray()).Count(), Is.GreaterThanOrEqualTo(12));
    }

    private static IEnumerable<ulong> Filling(ulong seed, int count) => Enumerable.Range(1, count).Select(i => (seed + (ulong)i) * 0x9E3779B97F4A7C15);

    private static void Add(ref PieceList list, ulong[] pieces)
    {
        foreach (ulong piece in pieces)
        {
            list.Add(piece);
        }
    }
}
