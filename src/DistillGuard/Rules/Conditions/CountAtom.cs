// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>"These phrases occur at least so often in text of this scope."</summary>
/// <param name="Phrases">Ids of the phrases.</param>
/// <param name="Minimum">Least number of occurrences.</param>
/// <param name="Scope">Whose text.</param>
/// <param name="Atom">The atom it makes true.</param>
internal sealed record CountAtom(IReadOnlyList<int> Phrases, int Minimum, RoleScope Scope, int Atom);
