// SPDX-License-Identifier: MIT

using DistillGuard.Detectors.DistributionShift;
using DistillGuard.Evaluation.Windows;
using DistillGuard.Groups;
using DistillGuard.Statistics;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Customers;

/// <summary>The group tests on accounts of customers. Nothing is fitted: neither test has a reference.</summary>
internal static class CustomerProtocol
{
    private const int Permutations = 300;
    private const int Flips = 400;

    public static void Run(string file, int trials, int seeds, TextWriter output)
    {
        CustomerCorpus corpus = CustomerCorpus.Read(file);
        output.WriteLine($"{corpus.Benign.Count} benign tasks, {corpus.Campaigns.Count} campaigns; {trials * seeds} trials a cell; nominal 1 %; % of trials with p <= 0.01.");
        output.WriteLine($"Group of {AccountDraw.Group} accounts x {AccountDraw.Window} queries, {AccountDraw.Peers} peers, {AccountDraw.History} queries of history each.");
        output.WriteLine();
        output.WriteLine("| features | test | accounts | FPR | FPR worst seed | 10 % | 25 % | 50 % | 100 % |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        float[] even = [.. Enumerable.Repeat(1f, StyleVector.Length)];
        float[] lengthOnly = [1, .. new float[AccountHabit.Dimensions - 1]];
        float[] ngramsOnly = [.. new float[AccountHabit.StyleDimensions], .. Enumerable.Repeat(1f, AccountHabit.NGramDimensions)];
        Run("as shipped, 43", corpus.Shipped, [.. DistributionShiftAnalyzer.Weights]);
        Run("control: length only", corpus.Shipped, lengthOnly);
        Run("control: hashed n-grams only, 32", corpus.Shipped, ngramsOnly);
        Run("longer style, 58", corpus.Style, even);

        void Run(string name, float[] rows, float[] weights)
        {
            var draw = new AccountDraw(rows, weights.Length, [.. corpus.Benign]);
            foreach (Regime regime in Enum.GetValues<Regime>())
            {
                var permutation = new CustomerCell();
                var flip = new CustomerCell();
                for (int seed = 1; seed <= seeds; seed++)
                {
                    Trials(draw, regime, weights, corpus, trials, (ulong)seed, permutation, flip);
                }

                permutation.Write(output, name, "permutation against 30 peers", regime);
                flip.Write(output, name, "sign flip", regime);
            }
        }
    }

    private static void Trials(
        AccountDraw draw, Regime regime, float[] weights, CustomerCorpus corpus, int trials, ulong seed, CustomerCell permutation, CustomerCell flip)
    {
        var random = new SplitMix(seed);
        for (int share = 0; share < Cell.Shares.Length; share++)
        {
            int permuted = 0;
            int flipped = 0;
            for (int trial = 0; trial < trials; trial++)
            {
                CustomerTask campaign = corpus.Campaigns[random.Below(corpus.Campaigns.Count)];
                float[] changes = draw.Changes(regime, campaign, Cell.Shares[share], ref random);
                float[] group = changes[..(AccountDraw.Group * weights.Length)];
                ulong key = random.Next();
                AccountVectors.Standardise(changes, weights);
                AccountVectors.Standardise(group, weights);
                permuted += PermutationTest.MeanDistance(changes, weights.Length, AccountDraw.Group, Permutations, key) <= WindowProtocol.Nominal ? 1 : 0;
                flipped += SignFlipTest.CommonDirection(group, weights.Length, Flips, key) <= WindowProtocol.Nominal ? 1 : 0;
            }

            permutation.Add(share, permuted, trials);
            flip.Add(share, flipped, trials);
        }
    }
}
