// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Subjects;
using DistillGuard.Text;

namespace DistillGuard.Groups;

/// <summary>What the analysis plane needs of one exchange: keyed hashes and numbers, no text and no name.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ExchangeRecord
{
    public SubjectKey Account;

    /// <summary>The organization, or the account where none is known: who is unrelated to whom.</summary>
    public ulong Organization;
    public ulong Payment;
    public ulong Fingerprint;
    public ulong Egress;
    public long Ticks;

    /// <summary>When the account signed up; 0 when not known.</summary>
    public long CreatedTicks;

    /// <summary>Keyed hash of the whole prompt.</summary>
    public ulong Text;
    public uint Model;

    /// <summary>Hash of the sampling parameters that were given.</summary>
    public uint Parameters;

    /// <summary>Tactics of stable rules that the prompt matches, one bit each.</summary>
    public ushort Tactics;

    /// <summary>Weight of the heaviest stable rule that the prompt matches.</summary>
    public float Content;
    public ExchangeTraits Traits;

    /// <summary>What the last user message looks like.</summary>
    public PromptStyle Style;
    public DeclaredUses Declared;
    public PieceList Pieces;
    public PromptSketch Sketch;
    public int SystemBytes;

    /// <summary>Hash of the parameters that few ask for, log-probabilities or several choices, with the length asked for; 0 without them.</summary>
    public uint RareParameters;
}
