// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Calibration;
using DistillGuard.Cli.Scanning;
using DistillGuard.TrafficLogs;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Calibrating;

/// <summary>The names of plans by their keyed hashes, as a replay met them: for people to read, and for no file.</summary>
internal sealed class PlanNames : IReplayObserver
{
    // Far more than a calibration tells apart.
    private const int Most = 1_024;

    private readonly Dictionary<ulong, string> _names = [];

    public void Note(in TrafficLogEntry entry, in Verdict verdict)
    {
        ulong plan = verdict.Segment.Plan;
        if (plan != 0 && _names.Count < Most && !_names.ContainsKey(plan))
        {
            _names.Add(plan, entry.Caller.Plan.ToString());
        }
    }

    /// <summary>What people call a segment's value: the plan's name where the replay met it.</summary>
    public string Of(CalibrationSegment segment) =>
        segment.Dimension == SegmentDimensions.Plan
            && ulong.TryParse(segment.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong plan)
            && _names.TryGetValue(plan, out string? name)
            ? name
            : segment.Value;
}
