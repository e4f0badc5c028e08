// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks;

/// <summary>One benchmark of a stored run.</summary>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="MeanNanoseconds">Mean time of an operation.</param>
/// <param name="DeviationNanoseconds">Standard deviation of that time between iterations.</param>
/// <param name="RatioToStock">Mean divided by that of the stock parts in the same run.</param>
/// <param name="AllocatedBytes">Bytes allocated by an operation.</param>
internal sealed record StoredRow(
    string Method,
    string Parameters,
    double? MeanNanoseconds,
    double? DeviationNanoseconds,
    double? RatioToStock,
    long? AllocatedBytes);
