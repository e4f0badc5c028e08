// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Counts in a static field, which all guards share: nothing is said the same way twice.</summary>
internal sealed class StaticCountDetector : IDistillationDetector
{
    private static int s_count;

    public string Name => "static-count";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals) =>
        signals.Add(new Signal(Sayings.Complete, 1, Interlocked.Increment(ref s_count), 0));
}
