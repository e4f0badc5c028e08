// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.AspNetCore.Page;

/// <summary>Figures as people read them.</summary>
internal static class Figures
{
    private static readonly string[] Sizes = ["B", "KiB", "MiB", "GiB", "TiB"];

    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(float score) => float.IsFinite(score) ? score.ToString("F1", CultureInfo.InvariantCulture) : "none";

    public static string Signed(float weight) => weight.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun.</summary>
    public static string Of(long number, string noun) => $"{Of(number)} {noun}{(number == 1 ? string.Empty : "s")}";

    public static string Share(long part, long whole) =>
        whole == 0 ? "0 %" : ((double)part / whole).ToString("0.# %", CultureInfo.InvariantCulture);

    public static string Bytes(long bytes)
    {
        int size = 0;
        double value = bytes;
        while (value >= 1024 && size < Sizes.Length - 1)
        {
            value /= 1024;
            size++;
        }

        return value.ToString("0.#", CultureInfo.InvariantCulture) + " " + Sizes[size];
    }

    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "just now",
        { TotalMinutes: < 2 } => Of((long)age.TotalSeconds, "second") + " ago",
        { TotalHours: < 2 } => Of((long)age.TotalMinutes, "minute") + " ago",
        { TotalDays: < 2 } => Of((long)age.TotalHours, "hour") + " ago",
        _ => Of((long)age.TotalDays, "day") + " ago",
    };
}
