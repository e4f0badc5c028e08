// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Is not sealed.</summary>
internal class OpenDetector : IDistillationDetector
{
    public string Name => "open";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        // It has nothing to say.
    }
}
