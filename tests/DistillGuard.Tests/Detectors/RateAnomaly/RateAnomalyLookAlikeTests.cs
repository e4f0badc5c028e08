// SPDX-License-Identifier: MIT

using System.Numerics;
using DistillGuard.Testing;
using DistillGuard.Verdicts;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>
/// Innocent customers who do what a campaign does: they may be heard, but on one family of evidence nobody is accused.
/// </summary>
public sealed class RateAnomalyLookAlikeTests
{
    [Test]
    public void Inspect_NightlyEvaluation_StaysBelowTwoFamilies()
    {
        Traffic traffic = Watched();

        for (int day = 0; day < 4; day++)
        {
            traffic.Interleave(
                peers => peers.SendPeersDay(),
                night => night.Advance(TimeSpan.FromHours(2)).From("evaluation", RateScripts.Plan)
                    .Send(1_500, every: TimeSpan.FromSeconds(2), inputTokens: 4_000));
        }

        Assert.That(traffic.Guard.Counters.Evaluated, Is.EqualTo(4 * ((300 * 12) + 1_500)));
    }

    [Test]
    public void Inspect_MigrationFromAnotherAccount_StaysBelowTwoFamilies()
    {
        Traffic traffic = Watched();
        for (int day = 0; day < 2; day++)
        {
            traffic.Interleave(
                peers => peers.SendPeersDay(),
                old => old.From("before", RateScripts.Plan).Send(2_880, every: TimeSpan.FromSeconds(30)));
        }

        traffic.From("after", RateScripts.Plan).Send(2_880, every: TimeSpan.FromSeconds(30));

        Assert.That(traffic.Last.Families, Is.EqualTo(Signals.SignalFamilies.Volume));
    }

    [Test]
    public void Inspect_ReleaseDayWhenEveryoneRampsTogether_StaysBelowTwoFamilies()
    {
        Traffic traffic = Watched();
        for (int day = 0; day < 3; day++)
        {
            traffic.SendPeersDay();
        }

        traffic.Accounts(300, "peer", RateScripts.Plan).Send(60, every: TimeSpan.FromMinutes(2));

        Assert.That(traffic.Last.Signals.Length, Is.Zero, "by then everybody has ramped up, and it is usual");
    }

    // The comparison is with days gone by, so whoever moves first on a release day is heard until the cohort has
    // followed.
    [Test]
    public void Inspect_ReleaseDayWhenEveryoneRampsTogether_HearsTheFirstMoversOnly()
    {
        Traffic traffic = Watched();
        for (int day = 0; day < 3; day++)
        {
            traffic.SendPeersDay();
        }

        var heard = new HashSet<string>(StringComparer.Ordinal);
        traffic.Watch(verdict => Note(heard, verdict));
        traffic.Accounts(300, "peer", RateScripts.Plan).Send(60, every: TimeSpan.FromMinutes(2));

        Assert.That(heard, Has.Count.EqualTo(17));
    }

    // On a cohort's first day nobody's day is over, so every peak is still too low and whoever leads would be heard.
    [Test]
    public void Inspect_FirstDayOfACohort_HearsNobody()
    {
        Traffic traffic = Watched();
        var heard = new HashSet<string>(StringComparer.Ordinal);
        traffic.Watch(verdict => Note(heard, verdict));

        traffic.Accounts(300, "peer", RateScripts.Plan).Send(60, every: TimeSpan.FromMinutes(2));

        Assert.That(heard, Is.Empty);
    }

    [Test]
    public void Inspect_ManyFamiliesMissing_VolumeAloneNeverReachesTheBar()
    {
        Traffic traffic = Watched().SendPeersDay();

        traffic.From("everything", RateScripts.Plan)
            .Send(2_000, every: TimeSpan.FromMinutes(1), inputTokens: 1_000_000);

        Assert.That(traffic.Loudest.Score, Is.GreaterThan(0).And.LessThan(traffic.Guard.Bar));
    }

    private static void Note(HashSet<string> heard, AccountVerdict verdict)
    {
        if (verdict.Verdict.Families != Signals.SignalFamilies.None)
        {
            heard.Add(verdict.Account);
        }
    }

    private static Traffic Watched() => RateScripts.NewTraffic().Watch(static verdict =>
    {
        if (verdict.Verdict.Level != VerdictLevel.None || BitOperations.PopCount((uint)verdict.Verdict.Families) > 1)
        {
            Assert.Fail($"{verdict.Account} at {verdict.Time:u}: {verdict.Verdict.Explain()}");
        }
    });
}
