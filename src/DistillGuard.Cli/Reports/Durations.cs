// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.Reports;

/// <summary>Puts lengths of time in words.</summary>
internal static class Durations
{
    /// <summary>In the greatest unit of which there is at least one: <c>7.5 minutes</c>, <c>an hour</c>, <c>16 hours</c>.</summary>
    public static string Of(TimeSpan length) => length switch
    {
        { TotalHours: < 1 } => Words.Of($"{length.TotalMinutes:0.##} minutes"),
        { TotalHours: 1 } => "an hour",
        { TotalDays: < 2 } => Words.Of($"{length.TotalHours:0.##} hours"),
        _ => Words.Of($"{length.TotalDays:0.##} days"),
    };
}
