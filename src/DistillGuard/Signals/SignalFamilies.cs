// SPDX-License-Identifier: MIT

namespace DistillGuard.Signals;

/// <summary>A set of evidence families.</summary>
[Flags]
public enum SignalFamilies : ushort
{
    /// <summary>No family.</summary>
    None = 0,

    /// <summary><see cref="SignalFamily.Volume"/>.</summary>
    Volume = 1 << SignalFamily.Volume,

    /// <summary><see cref="SignalFamily.Content"/>.</summary>
    Content = 1 << SignalFamily.Content,

    /// <summary><see cref="SignalFamily.Origin"/>.</summary>
    Origin = 1 << SignalFamily.Origin,

    /// <summary><see cref="SignalFamily.Protocol"/>.</summary>
    Protocol = 1 << SignalFamily.Protocol,

    /// <summary><see cref="SignalFamily.Structure"/>.</summary>
    Structure = 1 << SignalFamily.Structure,

    /// <summary><see cref="SignalFamily.Identity"/>.</summary>
    Identity = 1 << SignalFamily.Identity,

    /// <summary><see cref="SignalFamily.Timing"/>.</summary>
    Timing = 1 << SignalFamily.Timing,

    /// <summary><see cref="SignalFamily.Distribution"/>.</summary>
    Distribution = 1 << SignalFamily.Distribution,
}
