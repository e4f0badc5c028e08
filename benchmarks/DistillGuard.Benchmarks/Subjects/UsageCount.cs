// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Benchmarks.Subjects;

/// <summary>What both sides of <see cref="SubjectTableBenchmarks"/> remember of an account.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UsageCount
{
    public long Requests;
    public long LastTicks;
}
