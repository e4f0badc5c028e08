// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Geo.Networks;

/// <summary>Where a listed network begins (step 1) or has ended (step -1).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NetworkEdge(bool IsV4, UInt128 Position, NetworkKind Kind, int Step);
