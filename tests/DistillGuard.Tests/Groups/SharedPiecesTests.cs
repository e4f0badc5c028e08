// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Support;
using DistillGuard.Text;

namespace DistillGuard.Groups;

public sealed class SharedPiecesTests
{
    private const int Pieces = 40;
    private const int Organizations = 60;

    [Test]
    public void SharedPieces_AnyNumberOfOrganizations_AgreesWithSets([Values(2, 3, 4, 10, 30, 61)] int fewest, [Values(1, 2)] int seed)
    {
        DistillationGuard guard = PieceTraffic.Builder().Build();
        var traffic = new PieceTraffic(guard);
        var senders = new HashSet<int>[Pieces];
        var random = new Random(seed);
        for (int i = 0; i < 4_000; i++)
        {
            int piece = (int)(Pieces * random.NextDouble() * random.NextDouble());
            int organization = (int)(Organizations * Math.Pow(random.NextDouble(), 1 + (piece % 5)));
            traffic.Send($"account {organization} {random.Next(3)}", $"organization {organization}", PieceTraffic.Sentence(piece));
            (senders[piece] ??= []).Add(organization);
        }

        IEnumerable<ulong> expected = Enumerable.Range(0, Pieces).Where(piece => senders[piece]?.Count >= fewest).Select(HashOf).Order();

        Assert.That(guard.SharedPieces(fewest).Pieces, Is.EqualTo(expected));
    }

    [Test]
    public void SharedPieces_JustInspected_AreCounted()
    {
        DistillationGuard guard = PieceTraffic.Builder().Build();
        var traffic = new PieceTraffic(guard);
        traffic.Send("a", null, PieceTraffic.Sentence(1));
        traffic.Send("b", null, PieceTraffic.Sentence(1));

        Assert.That(guard.SharedPieces().Pieces, Is.EqualTo(new[] { HashOf(1) }));
    }

    [Test]
    public void SharedPieces_MoreOrganizationsThanAreCounted_StayShared()
    {
        DistillationGuard guard = PieceTraffic.Builder().Build();
        var traffic = new PieceTraffic(guard);
        for (int i = 0; i < 2 * GroupMemory.MostSenders; i++)
        {
            traffic.Send($"a{i}", null, PieceTraffic.Sentence(1));
        }

        Assert.That(guard.SharedPieces(GroupMemory.MostSenders).Count, Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(256)]
    public void SharedPieces_NumberThatIsNotCounted_Throws(int fewest) =>
        Assert.That(() => PieceTraffic.Builder().Build().SharedPieces(fewest), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void SharedPieces_NoAnalyzer_AreNone() =>
        Assert.That(new DistillationGuardBuilder().Build().SharedPieces().Count, Is.Zero);

    private static ulong HashOf(int piece)
    {
        var pieces = default(PieceList);
        new PieceReader(Samples.Secret).Read(System.Text.Encoding.UTF8.GetBytes(PieceTraffic.Sentence(piece)), ref pieces);
        return pieces.Hashes64[0];
    }
}
