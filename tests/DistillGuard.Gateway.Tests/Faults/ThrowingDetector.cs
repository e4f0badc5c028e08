// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Gateway.Tests.Faults;

/// <summary>A detector as broken as can be.</summary>
internal sealed class ThrowingDetector : IDistillationDetector
{
    public string Name => "throwing";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals) => throw new InvalidOperationException("made-up fault");
}
