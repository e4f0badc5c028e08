// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

public sealed class CommonPiecesTests
{
    [Test]
    public void Contains_RandomPieces_AgreesWithASet([Values(0, 1, 2, 100)] int count)
    {
        var random = new Random(count);
        ulong[] pieces = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64())];
        var common = new CommonPieces(pieces);

        Assert.That(pieces.All(common.Contains), Is.True);
        Assert.That(pieces.Select(piece => piece + 1).Any(common.Contains), Is.EqualTo(pieces.Select(piece => piece + 1).Any(pieces.Contains)));
    }

    [Test]
    public void Pieces_GivenTwiceAndInAnyOrder_StandOnceAscending() =>
        Assert.That(new CommonPieces([5, ulong.MaxValue, 5, 1, 1, 1UL << 63]).Pieces, Is.EqualTo(new[] { 1UL, 5UL, 1UL << 63, ulong.MaxValue }));

    [Test]
    public void With_Another_HoldsBoth() =>
        Assert.That(new CommonPieces([1, 3]).With(new CommonPieces([2, 3])).Pieces, Is.EqualTo(new ulong[] { 1, 2, 3 }));

    [Test]
    public void With_None_IsTheSame()
    {
        var pieces = new CommonPieces([1]);

        Assert.That((pieces.With(CommonPieces.None), CommonPieces.None.With(pieces)), Is.EqualTo((pieces, pieces)));
    }
}
