// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Testing;

/// <summary>An analyzer that says nothing and keeps a copy of every group it is shown: what the others saw.</summary>
internal sealed class ViewRecorder : IGroupAnalyzer
{
    public const string AnalyzerName = "view-recorder";

    private readonly List<GroupSample> _samples = [];

    public string Name => AnalyzerName;

    public IReadOnlyList<GroupSample> Samples => _samples;

    public void Analyze(in GroupView group, ref SignalBuffer signals) => _samples.Add(GroupSample.Of(in group));
}
