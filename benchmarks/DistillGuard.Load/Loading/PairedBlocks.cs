// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Load.Loading;

/// <summary>Ratios of neighbouring blocks with and without the guard; their medians stand against a noisy machine.</summary>
internal sealed class PairedBlocks
{
    private readonly List<double> _throughput = [];
    private readonly List<double> _median = [];
    private readonly List<double> _tail = [];
    private readonly List<double> _plainRate = [];
    private readonly List<double> _plainProcessor = [];
    private readonly List<double> _addedProcessor = [];
    private readonly List<double> _plainTail = [];

    /// <summary>Notes a pair.</summary>
    public void Add(Block guarded, Block plain)
    {
        _throughput.Add(guarded.Result.Throughput / plain.Result.Throughput);
        _median.Add(guarded.Result.Latency(0.5) / plain.Result.Latency(0.5));
        _tail.Add(guarded.Result.Latency(0.99) / plain.Result.Latency(0.99));
        _plainRate.Add(plain.Result.Throughput);
        _plainTail.Add(plain.Result.Latency(0.99));
        _plainProcessor.Add(plain.MicrosecondsPerRequest);
        _addedProcessor.Add(guarded.MicrosecondsPerRequest - plain.MicrosecondsPerRequest);
    }

    /// <summary>A row of the table: medians, and the quartiles of the ratios as the noise.</summary>
    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {At(_plainRate, 0.5):F0} | {Ratio(_throughput)} | {At(_plainTail, 0.5):F1} | {Ratio(_median)} | {Ratio(_tail)} | {At(_plainProcessor, 0.5):F0} | {At(_addedProcessor, 0.5):F0} ({At(_addedProcessor, 0.25):F0} to {At(_addedProcessor, 0.75):F0}) |");

    private static string Ratio(List<double> ratios) => string.Create(
        CultureInfo.InvariantCulture,
        $"{100 * At(ratios, 0.5):F1} % ({100 * At(ratios, 0.25):F1} to {100 * At(ratios, 0.75):F1})");

    private static double At(List<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
