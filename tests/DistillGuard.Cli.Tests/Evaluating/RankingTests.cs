// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

public sealed class RankingTests
{
    // Every pair compared, ties counted half.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void AreaUnderCurve_AnyScores_IsTheShareOfPairsInOrder(int seed)
    {
        (double Score, bool IsDistill)[] accounts = Accounts(seed);
        double pairs = 0;
        double inOrder = 0;
        foreach (double score in accounts.Where(account => account.IsDistill).Select(account => account.Score))
        {
            foreach (double other in accounts.Where(account => !account.IsDistill).Select(account => account.Score))
            {
                pairs++;
                inOrder += score > other ? 1 : score < other ? 0 : 0.5;
            }
        }

        Assert.That(new Ranking(accounts).AreaUnderCurve(), Is.EqualTo(inOrder / pairs).Within(1e-12));
    }

    [Test]
    public void AveragePrecision_KnownRanking_IsTheMeanOverTheFound()
    {
        var ranking = new Ranking([(4, true), (3, false), (2, true), (1, false)]);

        Assert.That(ranking.AveragePrecision(), Is.EqualTo((1 + (2.0 / 3)) / 2).Within(1e-12));
    }

    [Test]
    public void AveragePrecision_AllEqual_IsTheBaseRate() =>
        Assert.That(new Ranking([(1, true), (1, false), (1, false), (1, false)]).AveragePrecision(), Is.EqualTo(0.25));

    [TestCase(0, 4)]
    [TestCase(1, 2)]
    [TestCase(2, 1)]
    public void ThresholdFor_AllowedBenign_IsTheLowestThatAccusesNoMore(int allowed, double threshold) =>
        Assert.That(new Ranking([(4, true), (3, false), (2, true), (1, false), (0, false)]).ThresholdFor(allowed), Is.EqualTo(threshold));

    [Test]
    public void ThresholdFor_BenignOnTop_AccusesNobody() =>
        Assert.That(new Ranking([(4, false), (4, true)]).ThresholdFor(0), Is.EqualTo(double.PositiveInfinity));

    [Test]
    public void AreaUnderCurve_OneKindOnly_IsAHalf() =>
        Assert.That(new Ranking([(1, false), (2, false)]).AreaUnderCurve(), Is.EqualTo(0.5));

    private static (double Score, bool IsDistill)[] Accounts(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 60).Select(i => ((double)random.Next(12) + (i % 3), i % 3 == 0))];
    }
}
