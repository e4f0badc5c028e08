// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Throws when two threads are inside at once, as a dictionary without a lock would.</summary>
internal sealed class CrowdedDetector : IDistillationDetector
{
    private readonly StrongBox<int> _inside = new();

    public string Name => "crowded";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        if (Interlocked.Increment(ref _inside.Value) > 1)
        {
            Interlocked.Decrement(ref _inside.Value);
            throw new InvalidOperationException("two at once");
        }

        Thread.SpinWait(20_000);
        Interlocked.Decrement(ref _inside.Value);
    }
}
