// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

public sealed class BinomialIntervalTests
{
    [TestCase(10)]
    [TestCase(3_202)]
    public void Upper_NoEvents_IsTheRuleOfThree(int trials) =>
        Assert.That(BinomialInterval.Upper(0, trials, 0.95), Is.EqualTo(1 - Math.Pow(0.05, 1.0 / trials)).Within(1e-9));

    // Their interval for 2 of 100: 0.243 % to 7.038 %.
    [Test]
    public void Limits_TwoOfAHundred_AreClopperAndPearsons() =>
        Assert.That(
            new[] { BinomialInterval.Lower(2, 100, 0.975), BinomialInterval.Upper(2, 100, 0.975) },
            Is.EqualTo(new[] { 0.0024313, 0.0703839 }).Within(1e-6));

    [Test]
    public void Limits_NoEventsOrAll_EndAtZeroAndOne() =>
        Assert.That((BinomialInterval.Lower(0, 9, 0.975), BinomialInterval.Upper(9, 9, 0.975)), Is.EqualTo((0.0, 1.0)));

    [Test]
    public void Limits_NoTrials_AreAllThereIs() =>
        Assert.That((BinomialInterval.Lower(0, 0, 0.975), BinomialInterval.Upper(0, 0, 0.975)), Is.EqualTo((0.0, 1.0)));

    // What defines them: at its limit a count is just as surprising as the confidence allows. Summed the slow way.
    [TestCase(1, 7, 0.9)]
    [TestCase(5, 40, 0.95)]
    [TestCase(39, 40, 0.975)]
    public void Limits_AnyCount_LeaveTheTailAskedFor(int events, int trials, double confidence)
    {
        double upper = BinomialInterval.Upper(events, trials, confidence);
        double lower = BinomialInterval.Lower(events, trials, confidence);

        Assert.That(
            (Sum(0, events, trials, upper), Sum(events, trials, trials, lower)),
            Is.EqualTo((1 - confidence, 1 - confidence)).Using<(double A, double B)>((x, y) => Math.Abs(x.A - y.A) < 1e-9 && Math.Abs(x.B - y.B) < 1e-9));
    }

    private static double Sum(int from, int to, int trials, double rate)
    {
        double sum = 0;
        for (int k = from; k <= to; k++)
        {
            double ways = 1;
            for (int i = 0; i < k; i++)
            {
                ways *= (double)(trials - i) / (i + 1);
            }

            sum += ways * Math.Pow(rate, k) * Math.Pow(1 - rate, trials - k);
        }

        return sum;
    }
}
