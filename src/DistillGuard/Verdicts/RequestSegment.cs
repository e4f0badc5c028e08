// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Requests;
using DistillGuard.Text;

namespace DistillGuard.Verdicts;

/// <summary>
/// The segments of customers that a request belongs to. Never evidence: it says whose benign traffic an account's score is compared with, and so
/// that nobody is treated worse. A plain value.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RequestSegment
{
    /// <summary>Keyed hash of the plan's name; 0 when none is known.</summary>
    public ulong Plan { get; init; }

    /// <summary>What the customer declared.</summary>
    public DeclaredUses Declared { get; init; }

    /// <summary>The API it was sent to.</summary>
    public ApiKind Api { get; init; }

    /// <summary>The script that most letters of its prompts belong to: a language family, coarsely.</summary>
    public ScriptClass Script { get; init; }
}
