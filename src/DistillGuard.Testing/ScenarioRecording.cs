// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing;

/// <summary>A scenario that was run once on a fresh guard: every group that was looked at, and what was said of it.</summary>
internal sealed class ScenarioRecording
{
    private ScenarioRecording(GroupScenario scenario, IReadOnlyList<GroupSample> groups, IReadOnlyList<IGroupAnalyzer> analyzers)
    {
        Scenario = scenario;
        Groups = groups;
        Signals = [.. groups.SelectMany(group => analyzers.SelectMany(group.AnalyzedBy))];
    }

    public GroupScenario Scenario { get; }

    /// <summary>The groups, at every look.</summary>
    public IReadOnlyList<GroupSample> Groups { get; }

    /// <summary>What the analyzers say of them.</summary>
    public IReadOnlyList<Signal> Signals { get; }

    public static ScenarioRecording Make(AnalyzerCase analyzer, Action<GroupScenario> script, string name)
    {
        var recorder = new ViewRecorder();
        var scenario = new GroupScenario(builder =>
        {
            analyzer.Configure(builder);
            builder.AddAnalyzer(ViewRecorder.AnalyzerName, () => recorder);
        });
        script(scenario);
        scenario.Run();
        if (scenario.Traffic.Sent == 0)
        {
            throw new DetectorContractException($"{name} added nobody who sends anything, so it tells nothing. Add some.");
        }

        foreach (DetectorFaults faults in scenario.Guard.AnalyzerFaults)
        {
            if (faults.Count > 0)
            {
                throw new DetectorContractException($"'{faults.Detector}' threw {faults.Count} times in {name}. An analyzer never throws.");
            }
        }

        IGroupAnalyzer[] analyzers = [.. scenario.Guard.Analyzers.Where(added => added.Name != ViewRecorder.AnalyzerName)];
        return new ScenarioRecording(scenario, recorder.Samples, analyzers);
    }
}
