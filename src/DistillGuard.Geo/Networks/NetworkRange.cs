// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Geo.Networks;

/// <summary>The addresses of one line of a network list.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NetworkRange(bool IsV4, UInt128 First, UInt128 Last);
