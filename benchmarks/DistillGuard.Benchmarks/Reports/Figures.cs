// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Benchmarks.Reports;

/// <summary>How figures stand in tables: three digits of a time, two of a ratio.</summary>
internal static class Figures
{
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Digits(nanoseconds) + " ns",
        < 1e6 => Digits(nanoseconds / 1e3) + " us",
        _ => Digits(nanoseconds / 1e6) + " ms",
    };

    public static string TimeAndBytes(StoredRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{Time(row.LeastNanoseconds ?? double.NaN)}, {row.AllocatedBytes:N0} B");

    public static string Ratio(double ratio) => ratio >= 10
        ? ratio.ToString("F0", CultureInfo.InvariantCulture)
        : ratio.ToString(ratio >= 1 ? "0.#" : "0.##", CultureInfo.InvariantCulture);

    private static string Digits(double value) =>
        value.ToString(value >= 99.95 ? "F0" : value >= 9.995 ? "F1" : "F2", CultureInfo.InvariantCulture);
}
