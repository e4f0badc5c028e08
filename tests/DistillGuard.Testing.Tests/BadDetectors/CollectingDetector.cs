// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Keeps accounts in a collection of its own, behind a readonly field.</summary>
internal sealed class CollectingDetector<TCollection> : IDistillationDetector
    where TCollection : class
{
    private readonly TCollection _seen;

    public CollectingDetector(TCollection seen) => _seen = seen;

    public string Name => "collecting";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals) => GC.KeepAlive(_seen);
}
