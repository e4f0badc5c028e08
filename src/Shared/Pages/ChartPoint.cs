// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Pages;

/// <summary>A point of a curve.</summary>
/// <param name="X">From 0 at the left to 1 at the right.</param>
/// <param name="Y">In the unit of the chart's values.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChartPoint(double X, double Y);
