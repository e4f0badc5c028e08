// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>The names of the dimensions in files, settings and messages. Names are compared exactly.</summary>
public static class SegmentDimensionNames
{
    /// <summary>The names: <c>plan</c>, <c>kind</c>, <c>api</c>, <c>language</c>.</summary>
    public static IReadOnlyList<string> All { get; } = ["plan", "kind", "api", "language"];

    /// <summary>The name of one dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none, or several.</exception>
    public static string ToName(SegmentDimensions dimension) => dimension switch
    {
        SegmentDimensions.Plan => All[0],
        SegmentDimensions.Kind => All[1],
        SegmentDimensions.Api => All[2],
        SegmentDimensions.Language => All[3],
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Not one dimension; name them one by one."),
    };

    /// <summary>Finds the dimension of a name.</summary>
    /// <returns>Whether it is the name of one.</returns>
    public static bool TryParse(ReadOnlySpan<char> name, out SegmentDimensions dimension)
    {
        dimension = name switch
        {
            "plan" => SegmentDimensions.Plan,
            "kind" => SegmentDimensions.Kind,
            "api" => SegmentDimensions.Api,
            "language" => SegmentDimensions.Language,
            _ => SegmentDimensions.None,
        };
        return dimension != SegmentDimensions.None;
    }
}
