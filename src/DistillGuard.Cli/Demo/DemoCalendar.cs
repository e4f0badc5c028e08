// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Demo;

/// <summary>The days of the sample: fixed, so that everybody sees the same log.</summary>
internal static class DemoCalendar
{
    public const int Days = 3;

    public static DateTimeOffset Start { get; } = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset End { get; } = Start.AddDays(Days);
}
