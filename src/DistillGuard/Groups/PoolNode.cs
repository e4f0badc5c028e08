// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Subjects;

namespace DistillGuard.Groups;

/// <summary>What is remembered of every account to see whether it asks like a question bank: form and rhythm, no content.</summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
internal struct PoolNode
{
    public SubjectKey Key;
    public ulong Organization;
    public long LastTicks;
    public int Exchanges;

    /// <summary>Exchanges that followed another within a sitting.</summary>
    public int InSitting;

    /// <summary>Short questions without history and without a system prompt worth the name.</summary>
    public int Bare;

    /// <summary>Those of them that begin with a lower-case letter.</summary>
    public int BeginLow;

    /// <summary>Which of them it asked: a bit for each, not always another.</summary>
    public ulong Asked;

    /// <summary>Sum of the logarithms of their lengths.</summary>
    public float Lengths;
    public float SquaredLengths;

    /// <summary>The latest rare parameters, and for how many exchanges they were asked for.</summary>
    public uint RareParameters;
    public int WithRareParameters;

    /// <summary>Index plus one of the account's sketch; 0 for none.</summary>
    public int Sketch;
}
