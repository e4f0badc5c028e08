// SPDX-License-Identifier: MIT

using DistillGuard.Groups;

namespace DistillGuard.Cli.Findings;

/// <summary>A group with the names of its accounts.</summary>
internal sealed class GroupRecord
{
    public GroupRecord(GroupFinding finding, IReadOnlyList<string> accounts)
    {
        Finding = finding;
        Accounts = accounts;
    }

    /// <summary>What findings call it.</summary>
    public string Name => NameOf(Finding);

    public GroupFinding Finding { get; }

    /// <summary>Its accounts' ids as the log gives them, in the order of <see cref="GroupFinding.Accounts"/>.</summary>
    public IReadOnlyList<string> Accounts { get; }

    public static string NameOf(GroupFinding finding) => FormattableString.Invariant($"g{finding.Number}");
}
