// SPDX-License-Identifier: MIT

using System.Collections.Immutable;
using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.DistributionShift;

/// <summary>Whether accounts that a tie brought together changed what they ask in one direction, unlike their peers or their own pasts.</summary>
/// <remarks>
/// Only groups that something else than content formed are looked at: accounts found by what they write would be unlike others by
/// construction. Nothing is compared with a reference of benign traffic, which would accuse every new customer.
/// </remarks>
internal sealed class DistributionShiftAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "distribution-shift";

    /// <summary>What a dimension counts: all n-grams together as much as four numbers of style.</summary>
    public static readonly ImmutableArray<float> Weights =
        [.. Enumerable.Repeat(1f, AccountHabit.StyleDimensions), .. Enumerable.Repeat(0.354f, AccountHabit.NGramDimensions)];

    private const int FirstDraws = 199;
    private const double WorthMore = 0.05;
    private const ulong Seed = 0x5348494654;

    private readonly DistributionShiftOptions _options;

    public DistributionShiftAnalyzer(DistributionShiftOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        if (group.Pool != PoolKind.Links)
        {
            return;
        }

        float[] members = Changes(group.Habits.Members, out int count);
        float[] peers = Changes(group.Habits.Peers, out int peerCount);
        if (count >= _options.FewestMembers && peerCount >= _options.FewestPeers)
        {
            float[] accounts = [.. members, .. peers];
            AccountVectors.Standardise(accounts, Weights.AsSpan());
            Weigh(Probability(draws => PermutationTest.MeanDistance(accounts, AccountHabit.Dimensions, count, draws, Seed)), DistributionShiftSignals.FromPeers, in group, ref signals);
        }
        else if (count >= _options.FewestAlone)
        {
            AccountVectors.Standardise(members, Weights.AsSpan());
            Weigh(Probability(draws => SignFlipTest.CommonDirection(members, AccountHabit.Dimensions, draws, Seed)), DistributionShiftSignals.FromPast, in group, ref signals);
        }
    }

    // Few draws settle most groups. The second answer stands alone, so that drawing again gives no second chance.
    private double Probability(Func<int, double> test)
    {
        double probability = test(FirstDraws);
        return probability > WorthMore ? probability : test(_options.Draws);
    }

    // As many groups as were looked at had the chance to look like this.
    private void Weigh(double probability, SignalInfo info, in GroupView group, ref SignalBuffer signals)
    {
        double among = probability * Math.Max(1, group.Candidates);
        if (among <= _options.UnusualFrom)
        {
            double weight = Math.Min(_options.MostWeight, Evidence.FromTail(among));
            signals.Add(new Signal(info, (float)weight, (float)probability, (float)_options.UnusualFrom));
        }
    }

    // In an order of their own, so that the order in which accounts are handed over changes nothing.
    private static float[] Changes(IReadOnlyList<AccountHabit> habits, out int count)
    {
        float[][] changes = [.. habits.Where(static habit => habit.Change.Length == AccountHabit.Dimensions).Select(static habit => habit.Change.ToArray())];
        Array.Sort(changes, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        count = changes.Length;
        return [.. changes.SelectMany(static change => change)];
    }
}
