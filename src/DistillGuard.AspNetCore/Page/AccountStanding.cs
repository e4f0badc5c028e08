// SPDX-License-Identifier: MIT

using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Page;

/// <summary>An account that stands above the bar.</summary>
/// <param name="Verdict">Its latest verdict.</param>
/// <param name="First">When it was first seen above the bar.</param>
/// <param name="Last">When it was last.</param>
/// <param name="Exchanges">Its exchanges above the bar.</param>
internal sealed record AccountStanding(Verdict Verdict, DateTimeOffset First, DateTimeOffset Last, long Exchanges);
