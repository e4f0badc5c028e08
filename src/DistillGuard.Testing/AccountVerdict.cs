// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>A verdict with the account and the time it belongs to.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct AccountVerdict
{
    internal AccountVerdict(string account, DateTimeOffset time, Verdict verdict)
    {
        Account = account;
        Time = time;
        Verdict = verdict;
    }

    /// <summary>The account that sent the request.</summary>
    public string Account { get; }

    /// <summary>When the request arrived.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>What the guard thought.</summary>
    public Verdict Verdict { get; }
}
