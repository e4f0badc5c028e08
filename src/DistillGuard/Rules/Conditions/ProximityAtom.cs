// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>"One phrase of each group stands near the others, or follows in order, in text of this scope."</summary>
/// <param name="Groups">Ids of the phrases of each group.</param>
/// <param name="Ordered">Whether the groups must follow in order.</param>
/// <param name="Within">Most words or bytes between.</param>
/// <param name="Unit">What <paramref name="Within"/> counts.</param>
/// <param name="Scope">Whose text.</param>
/// <param name="Atom">The atom it makes true.</param>
internal sealed record ProximityAtom(
    IReadOnlyList<IReadOnlyList<int>> Groups, bool Ordered, int Within, DistanceUnit Unit, RoleScope Scope, int Atom);
