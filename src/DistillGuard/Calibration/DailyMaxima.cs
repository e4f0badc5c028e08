// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Calibration;

/// <summary>The highest score of every subject and day: all counted, the highest above 0 kept. Not thread-safe.</summary>
/// <remarks>
/// A bar is read from the highest few of many, so of more than <see cref="GuardCalibration.MostMaxima"/> the lower ones are only counted.
/// </remarks>
/// <typeparam name="TKey">What names a subject.</typeparam>
internal sealed class DailyMaxima<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, (long Day, float Highest)> _latest = [];
    private readonly HighestScores _kept = new();

    /// <summary>Subjects seen.</summary>
    public int Subjects => _latest.Count;

    /// <summary>Pairs of a subject and a day.</summary>
    public long Days { get; private set; }

    /// <summary>Notes a score. A day before the subject's latest belongs to the latest: time that runs backwards makes no new day.</summary>
    public void Note(TKey subject, long day, float score)
    {
        ref (long Day, float Highest) latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, subject, out bool isKnown);
        if (isKnown && day <= latest.Day)
        {
            latest.Highest = Math.Max(latest.Highest, score);
            return;
        }

        if (isKnown)
        {
            _kept.Add(latest.Highest);
        }

        latest = (day, score);
        Days++;
    }

    /// <summary>The maxima so far, those of the latest days included: highest first.</summary>
    public float[] Highest()
    {
        var all = new HighestScores(_kept);
        foreach ((long _, float highest) in _latest.Values)
        {
            all.Add(highest);
        }

        return all.ToArray();
    }
}
