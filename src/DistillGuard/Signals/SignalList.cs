// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Signals;

/// <summary>Room for signals on the stack or inside a value.</summary>
[InlineArray(Capacity)]
internal struct SignalList
{
    public const int Capacity = 16;

    private Signal _first;
}
