// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>What the operator says beside the exchanges: an act on an account, or a model's release. Immutable.</summary>
internal sealed record RecordedEvent(DateTimeOffset Time)
{
    /// <summary>The account that was acted on; <see langword="null"/> for a release.</summary>
    public string? Account { get; init; }

    public EnforcementAction Action { get; init; }

    public string? Reason { get; init; }

    public string? Model { get; init; }
}
