// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Verdicts;

namespace DistillGuard;

/// <summary>What the engine itself remembers of an account.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AccountLedger
{
    public long Exchanges;
    public GroupStanding Group;
}
