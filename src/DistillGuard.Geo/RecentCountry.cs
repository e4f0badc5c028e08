// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Geo;

/// <summary>One stretch of use from one country: 12 bytes. Times are seconds since 1970 (UTC).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RecentCountry
{
    public uint First;
    public uint Last;
    public ushort Letters;
}
