// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>The highest scores above 0 of any number, in any order: at most <see cref="GuardCalibration.MostMaxima"/>. Not thread-safe.</summary>
internal sealed class HighestScores
{
    private readonly PriorityQueue<float, float> _kept;

    public HighestScores() => _kept = new PriorityQueue<float, float>();

    /// <summary>Makes a copy, to add what is not final yet.</summary>
    public HighestScores(HighestScores other) => _kept = new PriorityQueue<float, float>(other._kept.UnorderedItems);

    /// <summary>Keeps a score if it is high enough.</summary>
    public void Add(float score)
    {
        if (!(score > 0) || !float.IsFinite(score))
        {
            return;
        }

        if (_kept.Count < GuardCalibration.MostMaxima)
        {
            _kept.Enqueue(score, score);
        }
        else
        {
            _kept.EnqueueDequeue(score, score);
        }
    }

    /// <summary>What was kept, highest first.</summary>
    public float[] ToArray() => [.. _kept.UnorderedItems.Select(static item => item.Element).OrderDescending()];
}
