// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks;

/// <summary>Marks a benchmark of code that runs on every request: it must have an allocation budget in <c>budgets.json</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HotPathAttribute : Attribute;
