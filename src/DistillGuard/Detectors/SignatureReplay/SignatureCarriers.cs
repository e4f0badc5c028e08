// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>
/// The first few organizations besides its owner that sent a signature: 16 bytes. With the last place taken, the signature is no secret.
/// </summary>
[InlineArray(Count)]
internal struct SignatureCarriers
{
    public const int Count = 4;

    private uint _first;

    /// <summary>Whether so many have sent it that having it says nothing.</summary>
    public readonly bool IsFull => this[Count - 1] != 0;

    /// <summary>Remembers an organization by some bits of its keyed hash.</summary>
    public void Add(ulong organization)
    {
        uint carrier = Math.Max(1, (uint)organization); // 0 is a free place
        for (int i = 0; i < Count; i++)
        {
            if (this[i] == 0)
            {
                this[i] = carrier;
                return;
            }

            if (this[i] == carrier)
            {
                return;
            }
        }
    }
}
