// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

/// <summary>The links of a request while they are held: payment, fingerprint, egress.</summary>
[InlineArray(Count)]
internal struct LinkHandles
{
    public const int Count = 3;

    private SubjectHandle _first;
}
