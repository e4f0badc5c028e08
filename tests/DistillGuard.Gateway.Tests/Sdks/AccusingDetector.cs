// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Gateway.Tests.Sdks;

/// <summary>Accuses everybody, with two families of evidence.</summary>
internal sealed class AccusingDetector : IDistillationDetector
{
    private static readonly SignalInfo Content = Info("test.content", SignalFamily.Content);

    private static readonly SignalInfo Volume = Info("test.volume", SignalFamily.Volume);

    public string Name => "accusing";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        signals.Add(new Signal(Content, weight: 20, measure: 1, limit: 0));
        signals.Add(new Signal(Volume, weight: 20, measure: 1, limit: 0));
    }

    private static SignalInfo Info(string id, SignalFamily family) =>
        new() { Id = id, Title = "Accuses everybody", Family = family, Reason = "made up: {0} of {1}", Innocent = "Everybody." };
}
