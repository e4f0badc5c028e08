// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Reports;

/// <summary>One path of the table of results: ours, and what it is set beside.</summary>
/// <param name="Path">What is done.</param>
/// <param name="Class">The benchmark class.</param>
/// <param name="Parameters">Parameters, as in <c>Prompt=English</c>; empty without any.</param>
/// <param name="Method">Our method.</param>
/// <param name="Peers">Methods of peers, each with what it is called in tables; none for a row of ours alone.</param>
internal sealed record Comparison(string Path, string Class, string Parameters, string Method, params (string Method, string Name)[] Peers);
