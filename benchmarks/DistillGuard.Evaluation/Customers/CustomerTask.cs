// SPDX-License-Identifier: MIT

namespace DistillGuard.Evaluation.Customers;

/// <summary>One task of one application: the rows of its prompts.</summary>
internal sealed record CustomerTask(string Family, string Group, List<int> Rows);
