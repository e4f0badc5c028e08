// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Evaluation.Windows;

namespace DistillGuard.Evaluation.Customers;

/// <summary>How often one test alarmed in one regime, by the campaign's share.</summary>
internal sealed class CustomerCell
{
    private readonly int[] _alarms = new int[Cell.Shares.Length];
    private readonly int[] _trials = new int[Cell.Shares.Length];
    private double _worst;

    public void Add(int share, int alarms, int trials)
    {
        _alarms[share] += alarms;
        _trials[share] += trials;
        _worst = share == 0 ? Math.Max(_worst, 100.0 * alarms / trials) : _worst;
    }

    public void Write(TextWriter output, string features, string test, Regime regime)
    {
        string[] rates = [.. Enumerable.Range(0, Cell.Shares.Length).Select(share => Number(100.0 * _alarms[share] / _trials[share]))];
        output.WriteLine($"| {features} | {test} | {regime} | {rates[0]} | {Number(_worst)} | {string.Join(" | ", rates[1..])} |");
    }

    private static string Number(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
