// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Captures a primary-constructor parameter, which makes it a mutable field.</summary>
internal sealed class CapturingDetector(string name) : IDistillationDetector
{
    public string Name => name;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        // It has nothing to say.
    }
}
