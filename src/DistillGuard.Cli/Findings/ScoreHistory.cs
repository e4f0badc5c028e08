// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Findings;

/// <summary>How a group's score rose and fell: a bounded number of points.</summary>
/// <remarks>When it is full, the higher of every two neighbours stays: peaks are never lost, only how long they lasted.</remarks>
internal sealed class ScoreHistory
{
    /// <summary>Points at most.</summary>
    public const int MaximumPoints = 384;

    private readonly List<ScorePoint> _points = [];

    /// <summary>The points, in the order noted.</summary>
    public IReadOnlyList<ScorePoint> Points => _points;

    /// <summary>Notes a score. One that was tested at the time of the last is that same one.</summary>
    public void Note(DateTimeOffset time, float score)
    {
        if (!float.IsFinite(score) || (_points.Count > 0 && _points[^1].Time == time))
        {
            return;
        }

        if (_points.Count == MaximumPoints)
        {
            Halve();
        }

        _points.Add(new ScorePoint(time, score));
    }

    private void Halve()
    {
        for (int i = 0; i < MaximumPoints / 2; i++)
        {
            ScorePoint left = _points[2 * i];
            ScorePoint right = _points[(2 * i) + 1];
            _points[i] = left.Score > right.Score ? left : right;
        }

        _points.RemoveRange(MaximumPoints / 2, MaximumPoints / 2);
    }
}
