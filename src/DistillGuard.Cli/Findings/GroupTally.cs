// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>The groups of a scan. The guard knows hashes only; here they get their names back.</summary>
/// <remarks>One name is kept for every account of the log: a group is named long after its accounts were seen.</remarks>
internal sealed class GroupTally
{
    /// <summary>Groups below the bar that are shown.</summary>
    public const int Shown = 20;

    private readonly Dictionary<SubjectKey, string> _names = [];
    private IReadOnlyList<GroupFinding> _findings = [];

    /// <summary>The groups accused: highest score first.</summary>
    public IReadOnlyList<GroupRecord> Accused => [.. Ordered(_findings.Where(finding => finding.Level >= VerdictLevel.Elevated))];

    /// <summary>The highest scores among the others.</summary>
    public IReadOnlyList<GroupRecord> Watched =>
        [.. Ordered(_findings.Where(finding => finding is { Level: VerdictLevel.None, Score: > 0 })).Take(Shown)];

    public void Name(SubjectKey key, ReadOnlySpan<char> account)
    {
        if (!_names.ContainsKey(key))
        {
            _names.Add(key, account.ToString());
        }
    }

    public string NameOf(SubjectKey key) => _names.GetValueOrDefault(key) ?? key.ToString();

    /// <summary>Takes what the latest look found.</summary>
    public void Note(IReadOnlyList<GroupFinding> findings) => _findings = findings;

    private IEnumerable<GroupRecord> Ordered(IEnumerable<GroupFinding> findings) =>
        findings
            .OrderByDescending(finding => finding.Score)
            .ThenBy(finding => finding.Number)
            .Select(finding => new GroupRecord(finding, [.. finding.Accounts.Select(account => NameOf(account.Account))]));
}
