// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;
using DistillGuard.Statistics;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>
/// The published protocol for windows: benign texts split 50/25/25 into reference, calibration and test; windows of 50, 100 and 200 texts with
/// a share of the attacker's; every method with the same cross-split calibration.
/// </summary>
internal static class WindowProtocol
{
    public const double Nominal = 0.01;

    /// <summary>Texts in a window, unless one size alone is asked for.</summary>
    public static readonly int[] AllSizes = [50, 100, 200];

    private static readonly (string Name, WindowParts Parts)[] Ours =
    [
        ("ours", WindowParts.All),
        ("ours, S+L+C+B", WindowParts.Style | WindowParts.Length | WindowParts.NGrams | WindowParts.Words),
        ("ours, S+L+C", WindowParts.Style | WindowParts.Length | WindowParts.NGrams),
        ("ours, S+L", WindowParts.Style | WindowParts.Length),
        ("ours, S only", WindowParts.Style),
        ("ours, L only (mixture)", WindowParts.Length),
        ("ours, C only", WindowParts.NGrams),
        ("ours, B only", WindowParts.Words),
        ("ours, V only", WindowParts.Vocabulary),
        ("ours, R only", WindowParts.Rarity),
    ];

    /// <summary>Measures pairs and writes the tables.</summary>
    /// <param name="files">The pairs.</param>
    /// <param name="plan">How much of it.</param>
    /// <param name="output">Where the tables go.</param>
    public static void Run(IReadOnlyList<string> files, WindowPlan plan, TextWriter output)
    {
        var table = new WindowTable();
        foreach (string file in files)
        {
            Pair pair = Pair.Read(file, plan.Normalise);
            output.WriteLine($"{pair.Name}: {pair.Benign} benign and {pair.Attacker} attacker texts, each once");
            for (int seed = 1; seed <= plan.Seeds; seed++)
            {
                RunSplit(pair, (ulong)seed, plan, table);
            }
        }

        table.Write(output, plan);
    }

    private static void RunSplit(Pair pair, ulong seed, WindowPlan plan, WindowTable table)
    {
        var random = new SplitMix(seed);
        int[] benign = [.. Enumerable.Range(0, pair.Benign)];
        int[] attackers = [.. Enumerable.Range(pair.Benign, pair.Attacker)];
        Draws.ToFront(benign, benign.Length, ref random);
        Draws.ToFront(attackers, attackers.Length, ref random);
        attackers = attackers[..Math.Min(1_500, attackers.Length)];
        int known = pair.Benign * 3 / 4;
        int[] test = benign[known..];
        int[] drawn = [.. test, .. attackers];

        var ours = new OurMethod();
        ours.Fit(pair, benign.AsSpan(0, known), drawn);
        IWindowMethod[] controls = plan.OnlyOurs
            ? []
            : [new LengthMethod(), new WordMethod(), new StyleMmdMethod(), new PradaMethod(), new SeatMethod(), new CapMethod(), new DateMethod(), new MahalanobisMethod()];
        double[][][] nulls = ControlNull.Calibrate(pair, benign[..known], controls, plan.Sizes, seed);
        foreach (IWindowMethod control in controls)
        {
            control.Fit(pair, benign.AsSpan(0, known), drawn);
        }

        for (int size = 0; size < plan.Sizes.Length; size++)
        {
            WindowNull law = WindowNull.Calibrate(pair.Rows, benign.AsSpan(0, known), plan.Sizes[size], seed);
            WindowTest[] tests = [.. Ours.Select(method => new WindowTest(law, method.Parts))];
            for (int share = 0; share < Cell.Shares.Length; share++)
            {
                var alarms = new int[tests.Length + controls.Length];
                for (int w = 0; w < plan.Windows; w++)
                {
                    int[] window = Draws.Mixed(test, attackers, plan.Sizes[size], Cell.Shares[share], ref random);
                    WindowScores scores = ours.Score(window);
                    for (int i = 0; i < tests.Length; i++)
                    {
                        alarms[i] += tests[i].PValue(scores) <= plan.Level ? 1 : 0;
                    }

                    for (int i = 0; i < controls.Length; i++)
                    {
                        alarms[tests.Length + i] += ControlNull.PValue(nulls[i][size], controls[i].Score(window), controls[i].IsTwoSided) <= plan.Level ? 1 : 0;
                    }
                }

                for (int i = 0; i < alarms.Length; i++)
                {
                    string name = i < tests.Length ? Ours[i].Name : controls[i - tests.Length].Name;
                    table.Cell(plan.Sizes[size], name, pair.Name).Add(share, alarms[i], plan.Windows);
                }
            }
        }
    }
}
