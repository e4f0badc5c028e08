// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>What a line of a traffic log records.</summary>
public enum TrafficLogEntryKind : byte
{
    /// <summary>One request to the model and what came back; <c>exchange</c>, and the default.</summary>
    Exchange,

    /// <summary>The operator acted on an account; <c>enforcement</c>.</summary>
    Enforcement,

    /// <summary>A model became available; <c>model_release</c>.</summary>
    ModelRelease,
}
