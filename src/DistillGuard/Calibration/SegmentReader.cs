// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Calibration;

/// <summary>Reads and checks the segments of a calibration file.</summary>
internal static class SegmentReader
{
    /// <summary>Most segments of a calibration.</summary>
    public static readonly int Most = SegmentId.Known.Count() + SegmentBars.MostPlans;

    private static readonly string[] Members = ["dimension", "value", "accounts", "account_days", "account_maxima"];

    /// <summary>The segments.</summary>
    /// <param name="root">The file's members.</param>
    /// <param name="traffic">All traffic: no segment has more.</param>
    /// <param name="highest">The highest score of all account-days: no segment has a higher.</param>
    /// <param name="problems">Where complaints go.</param>
    public static List<CalibrationSegment> Read(CalibrationMembers root, CalibrationTraffic traffic, float highest, List<string> problems)
    {
        var segments = new List<CalibrationSegment>();
        foreach (CalibrationMembers members in root.Objects("segments", Members, Most))
        {
            if (ReadOne(members, traffic, highest, problems) is not { } segment)
            {
                continue;
            }

            if (segments.Count > 0 && segment.Id <= segments[^1].Id)
            {
                problems.Add($"{members.Path}value: {segment.Value} is not behind the segment before it, {segments[^1].Value}.");
            }

            segments.Add(segment);
        }

        return segments;
    }

    private static CalibrationSegment? ReadOne(CalibrationMembers members, CalibrationTraffic traffic, float highest, List<string> problems)
    {
        string name = members.Text("dimension");
        string value = members.Text("value");
        long accounts = members.Count("accounts", 1);
        long days = members.Count("account_days", accounts);
        float[] maxima = members.Scores("account_maxima", Math.Min(days, GuardCalibration.MostMaxima));
        CheckAtMost(accounts, traffic.Accounts, members.Path + "accounts", problems);
        CheckAtMost(days, traffic.AccountDays, members.Path + "account_days", problems);
        if (maxima.Length > 0 && maxima[0] > highest)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"{members.Path}account_maxima[0]: {maxima[0]} is above the highest of all account-days ({highest})."));
        }

        if (!SegmentDimensionNames.TryParse(name, out SegmentDimensions dimension))
        {
            problems.Add($"{members.Path}dimension: {(name.Length == 0 ? "it names nothing" : $"'{name}' is no dimension")}; it must be one of {string.Join(", ", SegmentDimensionNames.All)}.");
            return null;
        }

        if (SegmentId.Parse(dimension, value) is not { } id)
        {
            problems.Add($"{members.Path}value: '{value}' is no {name} that this build knows.");
            return null;
        }

        return new CalibrationSegment(id) { Accounts = accounts, AccountDays = days, AccountMaxima = maxima };
    }

    private static void CheckAtMost(long count, long most, string place, List<string> problems)
    {
        if (count > most)
        {
            problems.Add($"{place}: {count} is more than all have ({most}).");
        }
    }
}
