// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Geo.Databases;

/// <summary>One value of a section: its type, size and where its content begins.</summary>
/// <param name="Type">The type; never a pointer, pointers are followed.</param>
/// <param name="Size">Bytes, or entries of a map or array, or the value of a Boolean.</param>
/// <param name="Content">First byte after the control bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MmdbValue(MmdbType Type, int Size, int Content);
