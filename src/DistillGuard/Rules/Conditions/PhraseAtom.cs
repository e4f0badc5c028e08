// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>The atom that a phrase sets when it occurs in text of a scope.</summary>
internal readonly record struct PhraseAtom(int Phrase, RoleScope Scope, int Atom);
