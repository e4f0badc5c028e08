// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Evaluation.Windows;
using DistillGuard.Statistics;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Customers;

/// <summary>
/// Group tests on customers that nothing was fitted to: benign families are halved, one half gives the whitening, the other the accounts.
/// </summary>
internal static class CustomerProtocol
{
    private const int Permutations = 300;
    private const int Flips = 400;

    private static readonly string[] Tests = ["permutation against 30 peers", "sign flip"];

    public static void Run(string file, int trials, int seeds, TextWriter output)
    {
        CustomerCorpus corpus = CustomerCorpus.Read(file);
        Regime[] regimes = Enum.GetValues<Regime>();
        var alarms = new int[regimes.Length, Tests.Length, Cell.Shares.Length];
        var worst = new double[regimes.Length, Tests.Length];
        for (int seed = 1; seed <= seeds; seed++)
        {
            var random = new SplitMix((ulong)seed);
            AccountDraw accounts = Draw(corpus, ref random);
            foreach (Regime regime in regimes)
            {
                for (int share = 0; share < Cell.Shares.Length; share++)
                {
                    var found = new int[Tests.Length];
                    for (int trial = 0; trial < trials; trial++)
                    {
                        CustomerTask campaign = corpus.Campaigns[random.Below(corpus.Campaigns.Count)];
                        float[] directions = accounts.Directions(regime, campaign, Cell.Shares[share], ref random);
                        ulong key = random.Next();
                        double permuted = PermutationTest.MeanDistance(directions, StyleVector.Length, AccountDraw.Group, Permutations, key);
                        double flipped = SignFlipTest.CommonDirection(
                            directions.AsSpan(0, AccountDraw.Group * StyleVector.Length), StyleVector.Length, Flips, key);
                        found[0] += permuted <= WindowProtocol.Nominal ? 1 : 0;
                        found[1] += flipped <= WindowProtocol.Nominal ? 1 : 0;
                    }

                    for (int test = 0; test < Tests.Length; test++)
                    {
                        alarms[(int)regime, test, share] += found[test];
                        worst[(int)regime, test] = share == 0
                            ? Math.Max(worst[(int)regime, test], 100.0 * found[test] / trials)
                            : worst[(int)regime, test];
                    }
                }
            }
        }

        Write(output, alarms, worst, trials * seeds, corpus);
    }

    private static AccountDraw Draw(CustomerCorpus corpus, ref SplitMix random)
    {
        // Families of several tasks, which can drift, are halved for themselves, so that both halves have some.
        ILookup<bool, string> families = corpus.Benign
            .GroupBy(task => task.Family, StringComparer.Ordinal)
            .ToLookup(family => family.Count() > 1, family => family.Key);
        var fitted = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<bool, string> kind in families)
        {
            string[] names = [.. kind];
            int[] order = [.. Enumerable.Range(0, names.Length)];
            Draws.ToFront(order, order.Length, ref random);
            fitted.UnionWith(order.Take(names.Length / 2).Select(i => names[i]));
        }

        int[] reference = [.. corpus.Benign.Where(task => fitted.Contains(task.Family)).SelectMany(task => task.Rows.Take(40))];
        StyleWhitening whitening = StyleWhitening.Fit(corpus.Rows, reference);
        var whitened = new float[corpus.Rows.Count * StyleVector.Length];
        for (int row = 0; row < corpus.Rows.Count; row++)
        {
            whitening.Apply(corpus.Rows.Style(row), whitened.AsSpan(row * StyleVector.Length, StyleVector.Length));
        }

        return new AccountDraw(whitened, [.. corpus.Benign.Where(task => !fitted.Contains(task.Family))]);
    }

    private static void Write(TextWriter output, int[,,] alarms, double[,] worst, int count, CustomerCorpus corpus)
    {
        output.WriteLine($"{corpus.Benign.Count} benign tasks, {corpus.Campaigns.Count} campaigns; {count} trials a cell; nominal 1 %; % of trials with p <= 0.01.");
        output.WriteLine($"Group of {AccountDraw.Group} accounts x {AccountDraw.Window} queries, {AccountDraw.Peers} peers, {AccountDraw.History} queries of history each; whitening from other families.");
        output.WriteLine();
        output.WriteLine("| test | accounts | FPR | FPR worst seed | 10 % | 25 % | 50 % | 100 % |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        for (int test = 0; test < Tests.Length; test++)
        {
            foreach (Regime regime in Enum.GetValues<Regime>())
            {
                string[] rates = [.. Enumerable.Range(0, Cell.Shares.Length).Select(share => Number(100.0 * alarms[(int)regime, test, share] / count))];
                output.WriteLine($"| {Tests[test]} | {regime} | {rates[0]} | {Number(worst[(int)regime, test])} | {string.Join(" | ", rates[1..])} |");
            }
        }
    }

    private static string Number(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
