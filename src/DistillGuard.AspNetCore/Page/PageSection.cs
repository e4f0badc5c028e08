// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

/// <summary>A part of the page that is replaced when it changes.</summary>
/// <param name="Id">The id of the element it stands in.</param>
/// <param name="Html">What stands in it, escaped.</param>
internal sealed record PageSection(string Id, string Html);
