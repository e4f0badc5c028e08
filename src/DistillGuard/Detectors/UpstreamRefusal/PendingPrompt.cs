// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>A request that was not answered yet: four bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PendingPrompt
{
    /// <summary>Which request of the account it was: the lower 16 bits. Requests that share them and a place are thousands apart.</summary>
    public ushort Exchange;

    /// <summary>Hash of what it asks.</summary>
    public ushort Prompt;
}
