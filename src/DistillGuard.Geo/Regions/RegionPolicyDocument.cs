// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Regions;

/// <summary>A region policy as written in its file.</summary>
internal sealed record RegionPolicyDocument(
    int Format,
    string Name,
    string Title,
    DateOnly Compiled,
    RegionSource[] Sources,
    string[] Caveats,
    string[] Regions);
