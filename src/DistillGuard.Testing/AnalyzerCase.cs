// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// What the contract needs to know of an analyzer of groups: how to add it, what it must hear, and what must leave it
/// quiet. Immutable.
/// </summary>
public sealed class AnalyzerCase
{
    /// <summary>Adds the analyzer, and nothing else that speaks about groups: every signal is taken for its own.</summary>
    public required Action<DistillationGuardBuilder> Configure { get; init; }

    /// <summary>Adds a campaign that the analyzer must hear, among whatever else it needs. It is run afterwards.</summary>
    public required Action<GroupScenario> AddCampaign { get; init; }

    /// <summary>Adds innocent customers, no group of whom may weigh more than a trifle. It is run afterwards.</summary>
    public required Action<GroupScenario> AddInnocent { get; init; }

    /// <summary>The most that a signal may weigh about innocent groups, in natural log-odds. Default: 0.1.</summary>
    public float Trifle { get; init; } = DetectorCase.DefaultTrifle;

    internal IReadOnlyList<IGroupAnalyzer> Analyzers()
    {
        IReadOnlyList<IGroupAnalyzer> analyzers = TestGuard.Build(Configure).Analyzers;
        return analyzers.Count > 0 ? analyzers : throw new DetectorContractException("Configure added no analyzer.");
    }

    internal ScenarioRecording RecordCampaign() => ScenarioRecording.Make(this, AddCampaign, nameof(AddCampaign));

    internal ScenarioRecording RecordInnocent() => ScenarioRecording.Make(this, AddInnocent, nameof(AddInnocent));
}
