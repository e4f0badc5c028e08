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

    private static readonly int[] Sizes = [50, 100, 200];

    private static readonly (string Name, WindowParts Parts)[] Ours =
    [
        ("ours, S+L+C+B", WindowParts.All),
        ("ours, S+L+C", WindowParts.Style | WindowParts.Length | WindowParts.NGrams),
        ("ours, S+L", WindowParts.Style | WindowParts.Length),
        ("ours, S only", WindowParts.Style),
        ("ours, L only (mixture)", WindowParts.Length),
        ("ours, C only", WindowParts.NGrams),
        ("ours, B only", WindowParts.Words),
    ];

    public static void Run(IReadOnlyList<string> files, int windows, int seeds, double level, bool normalise, TextWriter output)
    {
        var table = new WindowTable();
        foreach (string file in files)
        {
            Pair pair = Pair.Read(file, normalise);
            output.WriteLine($"{pair.Name}: {pair.Benign} benign and {pair.Attacker} attacker texts, each once");
            for (int seed = 1; seed <= seeds; seed++)
            {
                RunSplit(pair, (ulong)seed, windows, level, table);
            }
        }

        table.Write(output, windows, seeds, level, normalise);
    }

    private static void RunSplit(Pair pair, ulong seed, int windows, double level, WindowTable table)
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
        IWindowMethod[] controls = [new LengthMethod(), new WordMethod(), new StyleMmdMethod(), new PradaMethod(), new SeatMethod(), new CapMethod(), new MahalanobisMethod()];
        double[][][] nulls = ControlNull.Calibrate(pair, benign[..known], controls, Sizes, seed);
        foreach (IWindowMethod control in controls)
        {
            control.Fit(pair, benign.AsSpan(0, known), drawn);
        }

        for (int size = 0; size < Sizes.Length; size++)
        {
            WindowNull law = WindowNull.Calibrate(pair.Rows, benign.AsSpan(0, known), Sizes[size], seed);
            WindowTest[] tests = [.. Ours.Select(method => new WindowTest(law, method.Parts))];
            for (int share = 0; share < Cell.Shares.Length; share++)
            {
                var alarms = new int[tests.Length + controls.Length];
                for (int w = 0; w < windows; w++)
                {
                    int[] window = Draws.Mixed(test, attackers, Sizes[size], Cell.Shares[share], ref random);
                    WindowScores scores = ours.Score(window);
                    for (int i = 0; i < tests.Length; i++)
                    {
                        alarms[i] += tests[i].PValue(scores) <= level ? 1 : 0;
                    }

                    for (int i = 0; i < controls.Length; i++)
                    {
                        alarms[tests.Length + i] += ControlNull.PValue(nulls[i][size], controls[i].Score(window), controls[i].IsTwoSided) <= level ? 1 : 0;
                    }
                }

                for (int i = 0; i < alarms.Length; i++)
                {
                    string name = i < tests.Length ? Ours[i].Name : controls[i - tests.Length].Name;
                    table.Cell(Sizes[size], name, pair.Name).Add(share, alarms[i], windows);
                }
            }
        }
    }
}
