// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Counts in a field.</summary>
internal sealed class MutableFieldDetector : IDistillationDetector
{
    private long _count;

    public string Name => "mutable-field";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals) => Interlocked.Increment(ref _count);
}
