// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Pages;

/// <summary>A mark on an axis.</summary>
/// <param name="At">Where, from 0 at the axis's beginning to 1 at its end.</param>
/// <param name="Label">What it says.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AxisTick(double At, string Label);
