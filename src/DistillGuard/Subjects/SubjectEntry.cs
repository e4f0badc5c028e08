// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>Head of one remembered subject: 32 bytes before its state.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SubjectEntry
{
    public SubjectKey Key;
    public int Next;
    public int Pins;
    public SpinGate Gate;
    public bool RecentlyUsed;
}
