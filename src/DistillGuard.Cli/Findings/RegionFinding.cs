// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

/// <summary>What the operator's region policy says of one account and country.</summary>
internal sealed class RegionFinding
{
    public RegionFinding(string account, in Signal signal)
    {
        Account = account;
        Info = signal.Info;
        Tag = signal.Tag;
        Country = signal.Tag.ToString();
    }

    public string Account { get; }

    /// <summary>The country's two letters; empty when not known.</summary>
    public string Country { get; }

    public SignalInfo Info { get; }

    public SignalTag Tag { get; }

    public long Exchanges { get; set; }
}
