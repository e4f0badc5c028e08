// SPDX-License-Identifier: MIT

using DistillGuard.Groups;

namespace DistillGuard.Cli.Findings;

/// <summary>What only a report's pictures need. Nothing of it is collected without a report.</summary>
internal sealed class ReportTally
{
    private readonly Dictionary<int, ScoreHistory> _scores = [];

    /// <summary>Who sent how much when.</summary>
    public ActivityTally Activity { get; } = new();

    /// <summary>Takes note of what a look at the groups found.</summary>
    public void Note(IReadOnlyList<GroupFinding> findings)
    {
        foreach (GroupFinding finding in findings)
        {
            if (!_scores.TryGetValue(finding.Number, out ScoreHistory? history))
            {
                history = new ScoreHistory();
                _scores.Add(finding.Number, history);
            }

            history.Note(finding.LatestTime, finding.LatestScore);
        }
    }

    /// <summary>The scores of the group with this number, in order of time.</summary>
    public IReadOnlyList<ScorePoint> ScoresOf(int group) => _scores.GetValueOrDefault(group)?.Points ?? [];
}
