// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks;

/// <summary>One benchmark of a stored run.</summary>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="LeastNanoseconds">Time of an operation in the fastest iteration.</param>
/// <param name="MedianNanoseconds">Time of an operation in the median iteration.</param>
/// <param name="TimesFaster">Least time of the stock parts in the same run, divided by the least time of this.</param>
/// <param name="AllocatedBytes">Bytes allocated by an operation.</param>
internal sealed record StoredRow(
    string Method,
    string Parameters,
    double? LeastNanoseconds,
    double? MedianNanoseconds,
    double? TimesFaster,
    long AllocatedBytes);
