// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Databases;

/// <summary>The <c>traits</c> of a nested record.</summary>
internal sealed class TraitsRecord : DatabaseFlags;
