// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Testing.BadDetectors;

namespace DistillGuard.Testing;

/// <summary>Weighs an account's first request 3, its second 2, its third 1.</summary>
internal sealed class FadingDetector : IDistillationDetector
{
    private readonly StateSlot<int> _count;

    public FadingDetector(SubjectLayout layout) => _count = layout.Reserve<int>(SubjectKind.Account);

    public string Name => "fading";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals) =>
        signals.Add(new Signal(Sayings.Complete, 3 - context.Account.State(_count)++, 0, 0));
}
