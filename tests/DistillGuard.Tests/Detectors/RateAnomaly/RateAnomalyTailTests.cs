// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Statistics;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>
/// The weight of <c>volume.requests-above-cohort</c> against a slow oracle: every request ever sent is kept, every
/// account-day's peak stands in a list, and the share of peaks as high as this one is counted.
/// </summary>
public sealed class RateAnomalyTailTests
{
    private const string Id = "volume.requests-above-cohort";
    private const double UsualShare = 0.1;
    private const int MinimumCohort = 20;

    private static readonly TimeSpan CohortHalfLife = TimeSpan.FromDays(2);

    private readonly Dictionary<string, List<DateTimeOffset>> _requests = [];
    private readonly Dictionary<string, AccountDay> _today = [];
    private readonly List<AccountDay> _days = [];

    [SetUp]
    public void Forget()
    {
        _requests.Clear();
        _today.Clear();
        _days.Clear();
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Inspect_RandomTraffic_WeighsAsTheOracleDoes(int seed)
    {
        var chance = new Random(seed);
        int heard = 0;
        var traffic = new Traffic(static builder => builder.AddRateAnomaly(options =>
        {
            options.UsualShare = UsualShare;
            options.MinimumCohort = MinimumCohort;
            options.CohortHalfLife = CohortHalfLife;
        }))
        { ObservesOutcomes = false };

        for (int i = 0; i < 3_000; i++)
        {
            string account = $"account-{(int)(120 * Math.Pow(chance.NextDouble(), 4))}";
            traffic.Advance(TimeSpan.FromMinutes(3 * chance.NextDouble())).From(account).Send(1);
            heard += Check(traffic, account);
        }

        Assert.That(heard, Is.GreaterThan(100), "the comparison would be empty");
    }

    private int Check(Traffic traffic, string account)
    {
        double measure = Record(account, traffic.Now);
        double remembered = Remembered(traffic.Now);
        double tail = 2 * Math.Max(1 / remembered, Share(LogBuckets.Of(measure), traffic.Now)); // two looks: requests, tokens
        Signal[] spoken = [.. traffic.Signals.Where(signal => signal.Info.Id == Id)];
        if (remembered < MinimumCohort || tail > UsualShare || traffic.Now - _days[0].Start < TimeSpan.FromDays(1))
        {
            Assert.That(spoken, Is.Empty);
            return 0;
        }

        int usual = Enumerable.Range(0, LogBuckets.Count + 1).First(bucket => Share(bucket, traffic.Now) <= UsualShare);
        Assert.That(spoken, Has.Length.EqualTo(1));
        Assert.That(spoken[0].Measure, Is.EqualTo(measure).Within(1e-4 * measure));
        Assert.That(spoken[0].Weight, Is.EqualTo(Evidence.FromTail(tail)).Within(1e-4));
        Assert.That(spoken[0].Limit, Is.EqualTo(LogBuckets.LowerEdge(usual)).Within(1e-3));
        return 1;
    }

    private double Record(string account, DateTimeOffset now)
    {
        if (!_requests.TryGetValue(account, out List<DateTimeOffset>? times))
        {
            _requests[account] = times = [];
        }

        times.Add(now);
        double recent = times.Sum(time => Math.Pow(0.5, (now - time) / TimeSpan.FromHours(1)));
        if (!_today.TryGetValue(account, out AccountDay? day) || now - day.Start >= TimeSpan.FromDays(1))
        {
            _today[account] = day = new AccountDay(now);
            _days.Add(day);
        }

        day.Peak = Math.Max(day.Peak, recent);
        return recent;
    }

    private double Share(int bucket, DateTimeOffset now) =>
        _days.Where(day => LogBuckets.Of(day.Peak) >= bucket).Sum(day => Weight(day, now))
        / _days.Sum(day => Weight(day, now));

    // Decayed account-days, and never more than their effective number: a slow form of (sum w)^2 / sum w^2.
    private double Remembered(DateTimeOffset now)
    {
        double[] weights = [.. _days.Select(day => Weight(day, now))];
        return Math.Min(weights.Sum(), Math.Pow(weights.Sum(), 2) / weights.Sum(weight => weight * weight));
    }

    private static double Weight(AccountDay day, DateTimeOffset now) =>
        Math.Pow(0.5, (now - day.Start) / CohortHalfLife);
}
