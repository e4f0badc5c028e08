// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Requests;

namespace DistillGuard.Testing;

/// <summary>Something that happens in a scenario: an exchange, an enforcement or a release.</summary>
/// <param name="Time">When.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScenarioEvent(DateTimeOffset Time)
{
    /// <summary>Who sends; <see langword="null"/> when nothing is sent.</summary>
    public Identity? Sender { get; init; }

    /// <summary>What is sent.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>The account that the operator acted on.</summary>
    public string? Account { get; init; }

    /// <summary>What the operator did.</summary>
    public EnforcementAction Action { get; init; }

    /// <summary>The model that became available.</summary>
    public string? Model { get; init; }
}
