// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;

namespace DistillGuard.Evaluation.Windows;

/// <summary>One statistic of a window of rows; larger is further from the reference.</summary>
internal interface IWindowMethod
{
    string Name { get; }

    /// <summary>Whether a low score is as odd as a high one.</summary>
    bool IsTwoSided => false;

    /// <summary>Learns the reference and prepares the rows that windows will be drawn from.</summary>
    void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn);

    double Score(ReadOnlySpan<int> window);
}
