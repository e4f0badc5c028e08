// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

/// <summary>What a policy other than that of regions says of one account: information, never an accusation.</summary>
internal sealed class PolicyNote
{
    public PolicyNote(string account, in Signal signal)
    {
        Account = account;
        Strongest = signal;
    }

    public string Account { get; }

    /// <summary>The signal with the highest measure.</summary>
    public Signal Strongest { get; private set; }

    /// <summary>Exchanges on which it was said.</summary>
    public long Exchanges { get; private set; }

    public void Count(in Signal signal)
    {
        Exchanges++;
        Strongest = signal.Measure > Strongest.Measure ? signal : Strongest;
    }
}
