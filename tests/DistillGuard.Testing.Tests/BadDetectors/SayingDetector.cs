// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Says the same of every request: noisy, deaf, or badly described, as it is told.</summary>
internal sealed class SayingDetector : IDistillationDetector
{
    private readonly SignalInfo _info;
    private readonly float _weight;
    private readonly int _times;

    public SayingDetector(SignalInfo info, float weight, int times = 1)
    {
        _info = info;
        _weight = weight;
        _times = times;
    }

    public string Name => "saying";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        for (int i = 0; i < _times; i++)
        {
            signals.Add(new Signal(_info, _weight, 1, 2));
        }
    }
}
