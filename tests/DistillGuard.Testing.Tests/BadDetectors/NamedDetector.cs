// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Has the name it is given.</summary>
internal sealed class NamedDetector : IDistillationDetector
{
    public NamedDetector(string name) => Name = name;

    public string Name { get; }

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        // It has nothing to say.
    }
}
