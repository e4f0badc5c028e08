// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>What brought a group's accounts together.</summary>
public enum PoolKind : byte
{
    /// <summary>A template that they share.</summary>
    None,

    /// <summary>They ask single questions of one form, never in a sitting, about the same things.</summary>
    Questions,

    /// <summary>They ask for the same rare sampling parameters, about the same things.</summary>
    Parameters,

    /// <summary>They share a payment token or a network prefix with few others, whatever they ask.</summary>
    Links,
}
