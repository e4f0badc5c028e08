// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>State that shows lost updates, foreign hands and leftovers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CountedState
{
    public long Count;
    public long KeySeen;
    public int Inside;
}
