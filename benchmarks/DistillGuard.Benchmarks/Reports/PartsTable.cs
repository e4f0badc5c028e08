// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Benchmarks.Reports;

/// <summary>Writes where the time of one request goes; what stands behind others in the same benchmark is the difference of two rows.</summary>
internal static class PartsTable
{
    private const string Class = "InspectPartsBenchmarks";

    private static readonly (string Part, string Method, string? Less)[] Parts =
    [
        ("the whole, with groups", "Whole", null),
        ("read the body", "ReadBody", null),
        ("count the text", "CountText", null),
        ("match the rules", "MatchRules", null),
        ("make the request and hash six ids", "Hash", null),
        ("hold and release the profiles", "HashHold", "Hash"),
        ("rate-anomaly", "HashHoldRateAnomaly", "HashHold"),
        ("geo-origin", "HashHoldGeoOrigin", "HashHold"),
        ("fusion and verdict, no signals", "FuseAndVerdict", null),
    ];

    public static string Write(StoredRun run)
    {
        var table = new StringBuilder("| part | least time | share |\n| --- | ---: | ---: |\n");
        double? whole = Least(run, "Whole");
        foreach ((string part, string method, string? less) in Parts)
        {
            double? time = less is null ? Least(run, method) : Math.Max(0, (Least(run, method) - Least(run, less)) ?? 0);
            table.Append(CultureInfo.InvariantCulture, $"| {part} | {(time is { } known ? Figures.Time(known) : "not measured")} | {100 * time / whole:F0} % |\n");
        }

        return table.ToString();
    }

    private static double? Least(StoredRun run, string method) => run.Find(Class, method, string.Empty)?.LeastNanoseconds;
}
